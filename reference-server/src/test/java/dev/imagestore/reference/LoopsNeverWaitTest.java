package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.copy;
import static dev.imagestore.reference.ServerFixture.delete;
import static dev.imagestore.reference.ServerFixture.put;
import static dev.imagestore.reference.ServerFixture.request;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.FileWriter;
import dev.imagestore.reference.store.Library;
import dev.imagestore.reference.store.Store;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that an event loop does waits: neither for the disk, each call to which is watched, nor for anything that the
 * flight recorder of the Java machine knows of. Works without an agent, on every version of Java.
 */
class LoopsNeverWaitTest {

    private static final List<String> WAITS = List.of(
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.FileForce",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.ThreadSleep",
            "jdk.ThreadPark",
            "jdk.JavaMonitorWait");
    private static final Set<Class<?>> WATCHED =
            Set.of(Store.class, Library.class, ChunkWriter.class, FileWriter.class);

    @TempDir
    private Path folder;

    private final Queue<String> onLoops = new ConcurrentLinkedQueue<>();

    static Stream<Behaviour> profiles() {
        return Behaviour.profiles().stream()
                .map(name -> Behaviour.ofProfile(name).orElseThrow());
    }

    private Collaborators watched(Collaborators parts) {
        return parts.with(watched(Store.class, parts.store())).with(watched(Library.class, parts.library()));
    }

    /** Methods that may touch the disk say so by IOException. */
    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (isOnLoop(Thread.currentThread().getName()) && touchesTheDisk(method)) {
                        onLoops.add(method.toString());
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    Class<?> returned = method.getReturnType();
                    return WATCHED.contains(returned) ? watchedResult(returned, result) : result;
                }));
    }

    private <T> T watchedResult(Class<T> type, Object real) {
        return watched(type, type.cast(real));
    }

    private static boolean touchesTheDisk(Method method) {
        return List.of(method.getExceptionTypes()).contains(IOException.class);
    }

    private static boolean isOnLoop(String thread) {
        return thread.startsWith("loop-");
    }

    /** What the flight recorder sees loops wait for, while one of everything is asked. */
    private List<String> waits(Behaviour profile, UnaryOperator<Collaborators> change) throws IOException {
        try (Recording recording = new Recording()) {
            WAITS.forEach(event -> recording.enable(event).withoutThreshold().withStackTrace());
            recording.start();
            try (ServerFixture server = ServerFixture.changed(profile, folder.resolve("data"), change)) {
                askForEverything(server);
            }
            recording.stop();
            Path file = folder.resolve("events.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getThread() != null
                            && isOnLoop(event.getThread().getJavaName()))
                    .filter(event -> !isHandOver(event) && !loadsClasses(event))
                    .map(RecordedEvent::toString)
                    .toList();
        }
    }

    private static boolean loadsClasses(RecordedEvent event) {
        return event.hasField("path")
                && String.valueOf(event.getString("path")).matches(".*(\\.jar|\\.class|/modules)");
    }

    /** To hand something over to another thread takes the lock of its queue, for as long as something is put into it. */
    private static boolean isHandOver(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod()
                                .getType()
                                .getName()
                                .startsWith("java.util.concurrent.locks.ReentrantLock"));
    }

    private static void askForEverything(ServerFixture server) throws IOException {
        UUID id = UUID.randomUUID();
        UUID deleted = UUID.randomUUID();
        String text = "x".repeat(100_000);
        server.upload("a/file", id, text, 0, 200_000);
        server.upload("a/file", deleted, text, 0, 200_000);
        try (Wire cut = server.connect()) {
            cut.send(ServerFixture.chunk("a/file", id, 100_000, 199_999, 200_000) + "x".repeat(1000));
        }
        server.upload("a/file", id, text, 100_000, 200_000);
        for (String asked : List.of(
                session(id),
                request("GET", "a/file/$/GetUploadSession"),
                commit(id),
                delete(deleted),
                put("a/other", text),
                request("GET", "a"),
                request("GET", ""),
                request("GET", "a/$/FolderSize"),
                request("GET", "$/Info"),
                copy("{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\"}"),
                content("a/file"),
                request("DELETE", "b"),
                "GET /_health HTTP/1.1\r\nHost: h\r\n\r\n",
                "POST /_clock?advance=4000 HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: h\r\n\r\n")) {
            assertThat(server.ask(asked).status()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whateverIsAsked(Behaviour profile) throws IOException {
        assertThat(waits(profile, this::watched)).isEmpty();
        assertThat(onLoops).isEmpty();
    }

    /** The answer to a query is made on a loop. */
    @Test
    void waitingIsFoundOut() throws IOException {
        Path file = Files.writeString(folder.resolve("read"), "x");
        List<String> waits = waits(Behaviour.documented(), parts -> {
            Collaborators watched = watched(parts);
            Sessions waiting = (Sessions) Proxy.newProxyInstance(
                    Sessions.class.getClassLoader(), new Class<?>[] {Sessions.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("find")) {
                            Files.readString(file);
                            watched.library().published();
                        }
                        return method.invoke(parts.sessions(), arguments);
                    });
            return watched.with(waiting);
        });

        assertThat(waits).anySatisfy(wait -> assertThat(wait).contains("jdk.FileRead"));
        assertThat(onLoops).anySatisfy(call -> assertThat(call).contains("Library.published"));
    }
}

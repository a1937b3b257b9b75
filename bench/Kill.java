import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills a server with SIGKILL at random moments while clients upload, starts it again on the same folder, and holds what
 * it then says and has stored against what it had acknowledged. See kill.sh.
 */
final class Kill {

    private static final int CLIENTS = 4;
    private static final int PATHS_A_CLIENT = 6;
    private static final int LONGEST_LIFE_MILLIS = 1500;

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        int kills = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        List<String> options = List.of(arguments).subList(4, arguments.length);
        Random random = new Random(seed);
        Figures figures = new Figures();
        List<List<Slot>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            List<Slot> slots = new ArrayList<>();
            for (int i = 0; i < PATHS_A_CLIENT; i++) {
                slots.add(new Slot("folder-" + i % 3 + "/client-" + client + "-" + i, figures));
            }
            clients.add(slots);
        }
        for (int kill = 1; kill <= kills; kill++) {
            Server server = Server.start(jar, work, options);
            verify(clients, server);
            List<Thread> threads = new ArrayList<>();
            for (List<Slot> slots : clients) {
                Random own = new Random(random.nextLong());
                threads.add(new Thread(() -> upload(slots, server, own)));
            }
            threads.forEach(Thread::start);
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            figures.kills.incrementAndGet();
            tear(work, random, figures);
            if (kill % 25 == 0) {
                System.out.println(figures);
            }
        }
        Server last = Server.start(jar, work, options);
        verify(clients, last);
        for (List<Slot> slots : clients) {
            for (Slot slot : slots) {
                slot.finish(last);
            }
        }
        verify(clients, last);
        last.stop();
        long orphans = files(work.resolve("data/staging")) + files(work.resolve("data/transit"));
        System.out.println(figures + ", files left in staging and transit " + orphans);
        System.exit(figures.isSound() && orphans == 0 ? 0 : 1);
    }

    private static void verify(List<List<Slot>> clients, Server server) throws Exception {
        for (List<Slot> slots : clients) {
            for (Slot slot : slots) {
                slot.verify(server);
            }
        }
    }

    private static void upload(List<Slot> slots, Server server, Random random) {
        try {
            while (true) {
                slots.get(random.nextInt(slots.size())).step(server, random);
            }
        } catch (IOException e) {
            // The server is dead: what was not answered is open.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A kill leaves whole records, as each is written at once; a disk may not. So now and then half of one is added. */
    private static void tear(Path work, Random random, Figures figures) throws IOException {
        if (random.nextInt(4) > 0) {
            return;
        }
        try (Stream<Path> all = Files.list(work.resolve("data/staging"))) {
            List<Path> journals = all.filter(file -> file.toString().endsWith(".journal")).toList();
            if (!journals.isEmpty()) {
                Path torn = journals.get(random.nextInt(journals.size()));
                Files.writeString(torn, "1a2b3c4d chunk 12", StandardOpenOption.APPEND);
                figures.torn.incrementAndGet();
            }
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}

/** What is counted. */
final class Figures {

    final AtomicLong kills = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong committed = new AtomicLong();
    final AtomicLong uploaded = new AtomicLong();
    final AtomicLong damaged = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong torn = new AtomicLong();
    final AtomicLong resolved = new AtomicLong();

    static void report(AtomicLong figure, String what) {
        figure.incrementAndGet();
        System.out.println("  " + what);
    }

    boolean isSound() {
        return lost.get() == 0 && damaged.get() == 0 && refused.get() == 0;
    }

    @Override
    public String toString() {
        return "kills " + kills + ", chunks acknowledged " + acknowledged + ", lost " + lost + ", files committed "
                + committed + ", uploaded whole " + uploaded + ", damaged " + damaged + ", refused for no reason "
                + refused + ", requests open at a kill " + resolved + ", journals torn " + torn;
    }
}

/** A server as a process of its own. */
record Server(Process process, String url, HttpClient client) {

    static Server start(Path jar, Path work, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-jar",
                jar.toString(),
                "--port=0",
                "--oracle",
                "--session-timeout=86400",
                "--data=" + work.resolve("data")));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("server.log").toFile()))
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the server did not start: see " + work.resolve("server.log"));
        }
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Server(process, line.substring("listening on ".length()), client);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(); // SIGKILL
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    CompletableFuture<HttpResponse<byte[]>> send(String method, String target, byte[] body, String range) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + target)).timeout(Duration.ofMinutes(2));
        if (!range.isEmpty()) {
            request.header("Content-Range", range);
        }
        boolean bodiless = method.equals("GET") || method.equals("DELETE");
        request.method(method, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> ask(String method, String target) throws IOException, InterruptedException {
        return answer(send(method, target, new byte[0], ""));
    }

    /** @throws IOException if there is none */
    static HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> sent)
            throws IOException, InterruptedException {
        try {
            return sent.get(3, TimeUnit.MINUTES);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("no answer", e);
        }
    }
}

/** A version of a file: its length and the seed of its bytes; of length 0, no file at all. */
record Version(long seed, int length) {

    static final Version ABSENT = new Version(0, 0);

    byte[] bytes(int first, int last) {
        byte[] bytes = new byte[last - first + 1];
        for (int i = 0; i < bytes.length; i++) {
            long word = (seed + ((first + i) >>> 3)) * 0x9E3779B97F4A7C15L;
            word = (word ^ (word >>> 32)) * 0xD6E8FEB86659FD93L;
            bytes[i] = (byte) (word >>> (8 * ((first + i) & 7)));
        }
        return bytes;
    }

    boolean is(byte[] content) {
        return content.length == length && (length == 0 || Arrays.equals(content, bytes(0, length - 1)));
    }
}

/** One path with at most one session at a time, used by one thread. */
final class Slot {

    private static final Pattern RANGE = Pattern.compile("\"StartPosition\":\"(\\d+)\",\"EndPosition\":\"(\\d+)\"");
    private static final int AT_ONCE = 3;

    enum State {
        UNSENT,
        OPEN,
        ACKNOWLEDGED
    }

    enum Ending {
        NONE,
        COMMIT,
        DELETE
    }

    static final class Chunk {
        final int first;
        final int last;
        State state = State.UNSENT;

        Chunk(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    private final String path;
    private final Figures figures;
    private final List<Version> possible = new ArrayList<>(List.of(Version.ABSENT));
    private Version version = Version.ABSENT;
    private UUID session = new UUID(0, 0);
    private List<Chunk> chunks = List.of();
    private Ending ending = Ending.NONE;

    Slot(String path, Figures figures) {
        this.path = path;
        this.figures = figures;
    }

    /** The next request of this path, or the next few at once. */
    void step(Server server, Random random) throws IOException, InterruptedException {
        List<Chunk> missing = chunks.stream().filter(each -> each.state != State.ACKNOWLEDGED).toList();
        if (chunks.isEmpty()) {
            if (random.nextInt(8) == 0) {
                upload(server, new Version(random.nextLong(), 1 + random.nextInt(200_000)));
            } else {
                open(random);
            }
        } else if (random.nextInt(40) == 0) {
            delete(server);
        } else if (!missing.isEmpty()) {
            List<Chunk> some = new ArrayList<>(missing.subList(0, Math.min(missing.size(), 1 + random.nextInt(AT_ONCE))));
            if (random.nextInt(10) == 0) {
                chunks.stream().filter(each -> each.state == State.ACKNOWLEDGED).findFirst().ifPresent(some::add);
            }
            send(server, some);
        } else {
            commit(server);
        }
    }

    /** Brings the session to its end. */
    void finish(Server server) throws IOException, InterruptedException {
        if (!chunks.isEmpty()) {
            send(server, chunks);
            commit(server);
        }
    }

    private void open(Random random) {
        int size = random.nextInt(10) == 0 ? 1_000_000 : 60_000;
        List<Chunk> cut = new ArrayList<>();
        int next = 0;
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            int length = 1 + random.nextInt(size);
            cut.add(new Chunk(next, next + length - 1));
            next += length;
        }
        java.util.Collections.shuffle(cut, random);
        chunks = cut;
        version = new Version(random.nextLong(), next);
        session = new UUID(random.nextLong(), random.nextLong());
    }

    private void send(Server server, List<Chunk> some) throws IOException, InterruptedException {
        List<CompletableFuture<HttpResponse<byte[]>>> sent = new ArrayList<>();
        for (Chunk chunk : some) {
            boolean again = chunk.state == State.ACKNOWLEDGED;
            chunk.state = again ? chunk.state : State.OPEN;
            sent.add(server.send(
                    "PUT",
                    "/ImageStore/" + path + "/$/UploadChunk?api-version=6.0&session-id=" + session,
                    version.bytes(chunk.first, chunk.last),
                    "bytes " + chunk.first + "-" + chunk.last + "/" + version.length()));
        }
        IOException died = null;
        for (int i = 0; i < some.size(); i++) {
            try {
                if (isDone(Server.answer(sent.get(i)), "chunk") && some.get(i).state == State.OPEN) {
                    some.get(i).state = State.ACKNOWLEDGED;
                    figures.acknowledged.incrementAndGet();
                }
            } catch (IOException e) {
                died = e;
            }
        }
        if (died != null) {
            throw died;
        }
    }

    private void commit(Server server) throws IOException, InterruptedException {
        ending = Ending.COMMIT;
        possible.add(version);
        if (isDone(server.ask("POST", "/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=" + session), "commit")) {
            published(version);
            figures.committed.incrementAndGet();
            over();
        }
    }

    private void delete(Server server) throws IOException, InterruptedException {
        boolean known = chunks.stream().anyMatch(each -> each.state == State.ACKNOWLEDGED);
        if (!known) {
            return;
        }
        ending = Ending.DELETE;
        if (isDone(server.ask("DELETE", "/ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=" + session), "deletion")) {
            over();
        }
    }

    private void upload(Server server, Version whole) throws IOException, InterruptedException {
        possible.add(whole);
        byte[] bytes = whole.bytes(0, whole.length() - 1);
        if (isDone(Server.answer(server.send("PUT", "/ImageStore/" + path + "?api-version=6.0", bytes, "")), "upload")) {
            published(whole);
            figures.uploaded.incrementAndGet();
        }
    }

    private boolean isDone(HttpResponse<byte[]> answer, String what) {
        if (answer.statusCode() != 200) {
            Figures.report(figures.refused, what + " of " + path + " refused: " + new String(answer.body()));
        }
        return answer.statusCode() == 200;
    }

    private void published(Version now) {
        possible.clear();
        possible.add(now);
    }

    private void over() {
        chunks = List.of();
        ending = Ending.NONE;
    }

    /** Holds what the server has now against what it may have, and what was open is settled by it. */
    void verify(Server server) throws IOException, InterruptedException {
        HttpResponse<byte[]> content = server.ask("GET", "/_content/" + path);
        byte[] bytes = content.statusCode() == 404 ? new byte[0] : content.body();
        Version found = possible.stream().filter(each -> each.is(bytes)).findFirst().orElse(null);
        if (found == null) {
            Figures.report(figures.damaged, path + " has " + bytes.length + " bytes that it cannot have: " + possible);
        } else {
            published(found);
        }
        if (!chunks.isEmpty()) {
            verifySession(server, found);
        }
    }

    private void verifySession(Server server, Version found) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                server.ask("GET", "/ImageStore/$/GetUploadSession?api-version=6.0&session-id=" + session);
        long known = chunks.stream().filter(each -> each.state == State.ACKNOWLEDGED).count();
        boolean isNew = version.equals(found);
        if (answer.statusCode() == 404) {
            if (ending == Ending.COMMIT && isNew) {
                figures.committed.incrementAndGet();
            } else if (ending != Ending.DELETE && known > 0) {
                Figures.report(figures.lost, "session " + session + " of " + path + " with " + known + " chunks");
            }
            over();
            return;
        }
        if (isNew) {
            Figures.report(figures.damaged, path + " has new bytes while its session is open");
        }
        ending = Ending.NONE;
        List<int[]> expected = new ArrayList<>();
        Matcher ranges = RANGE.matcher(new String(answer.body()));
        while (ranges.find()) {
            expected.add(new int[] {Integer.parseInt(ranges.group(1)), Integer.parseInt(ranges.group(2))});
        }
        chunks.forEach(chunk -> settle(chunk, expected));
    }

    private void settle(Chunk chunk, List<int[]> expected) {
        long missing = 0;
        for (int[] range : expected) {
            missing += Math.max(0, Math.min(range[1], chunk.last) - Math.max(range[0], chunk.first) + 1);
        }
        boolean whole = missing == 0;
        boolean none = missing == chunk.last - chunk.first + 1;
        if (chunk.state == State.ACKNOWLEDGED && !whole) {
            Figures.report(figures.lost, "chunk " + chunk.first + "-" + chunk.last + " of " + session);
        } else if (!whole && !none || chunk.state == State.UNSENT && !none) {
            Figures.report(figures.damaged, "chunk " + chunk.first + "-" + chunk.last + " of " + session + " in part");
        } else if (chunk.state == State.OPEN) {
            figures.resolved.incrementAndGet();
        }
        chunk.state = whole ? State.ACKNOWLEDGED : State.UNSENT;
    }
}

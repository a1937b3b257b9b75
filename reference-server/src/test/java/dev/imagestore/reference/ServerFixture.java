package dev.imagestore.reference;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.http.Tls;
import dev.imagestore.reference.mutants.Family;
import dev.imagestore.reference.mutants.Mutant;
import dev.imagestore.reference.mutants.Mutants;
import dev.imagestore.reference.request.ApiVersion;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A whole server on a free port, and the requests that tests send to it. */
final class ServerFixture implements Closeable {

    static final Limits LIMITS = new Limits(Long.MAX_VALUE - 1, 1000, 1L << 40, 16384, 8192, 1000, 100);
    static final Times TIMES =
            new Times(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    private final RunningServer server;

    private ServerFixture(RunningServer server) {
        this.server = server;
    }

    static ServerFixture sound(Path folder, String... variants) throws IOException {
        return start(Behaviour.documented(), folder, Optional.empty(), variants);
    }

    static ServerFixture of(Behaviour profile, Path folder, String... variants) throws IOException {
        return start(profile, folder, Optional.empty(), variants);
    }

    static ServerFixture mutant(Path folder, String name) throws IOException {
        return start(Behaviour.documented(), folder, Optional.of(name));
    }

    /** A server with limits of its own. */
    static ServerFixture limited(Path folder, Limits limits, Times times) throws IOException {
        return start(Behaviour.documented(), folder, Optional.empty(), limits, times);
    }

    private static ServerFixture start(Behaviour profile, Path folder, Optional<String> mutant, String... variants)
            throws IOException {
        return start(profile, folder, mutant, LIMITS, TIMES, variants);
    }

    /** A server that speaks TLS. */
    static ServerFixture secured(Path folder, Optional<Tls> tls) throws IOException {
        return start(
                Behaviour.documented(), folder, Optional.empty(), LIMITS, TIMES, Clock.tickMillis(ZoneOffset.UTC), tls);
    }

    /** A server with other parts. */
    static ServerFixture changed(Behaviour profile, Path folder, UnaryOperator<Collaborators> change)
            throws IOException {
        Mutant changed = new Mutant(
                "changed",
                "",
                Family.QUERY,
                "",
                1,
                profile.profile(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                change);
        return start(
                profile,
                folder,
                Optional.of(changed),
                LIMITS,
                TIMES,
                Clock.tickMillis(ZoneOffset.UTC),
                Optional.empty());
    }

    /** A server with a clock of its own. */
    static ServerFixture at(Clock clock, Path folder) throws IOException {
        return start(Behaviour.documented(), folder, Optional.empty(), LIMITS, TIMES, clock, Optional.empty());
    }

    private static ServerFixture start(
            Behaviour profile, Path folder, Optional<String> mutant, Limits limits, Times times, String... variants)
            throws IOException {
        Optional<Mutant> defect = mutant.map(name -> Mutants.named(name).orElseThrow());
        return start(
                profile, folder, defect, limits, times, Clock.tickMillis(ZoneOffset.UTC), Optional.empty(), variants);
    }

    private static ServerFixture start(
            Behaviour profile,
            Path folder,
            Optional<Mutant> mutant,
            Limits limits,
            Times times,
            Clock clock,
            Optional<Tls> tls,
            String... variants)
            throws IOException {
        List<Variant> chosen = Arrays.stream(variants)
                .map(name -> Variant.named(name).orElseThrow())
                .toList();
        Plan plan = new Plan(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                profile,
                chosen,
                mutant,
                new ApiVersion(6, 5),
                Optional.of("test-cluster"),
                true,
                true,
                limits,
                times,
                tls);
        return new ServerFixture(RunningServer.start(plan, folder, clock));
    }

    int port() {
        return server.address().getPort();
    }

    Wire connect() throws IOException {
        return new Wire(server.address());
    }

    static String chunk(String path, UUID id, long first, long last, long length) {
        return "PUT /ImageStore/" + path + "/$/UploadChunk?api-version=6.0&session-id=" + id
                + " HTTP/1.1\r\nHost: h\r\nContent-Range: bytes " + first + "-" + last + "/" + length
                + "\r\nContent-Length: " + (last - first + 1) + "\r\n\r\n";
    }

    /** A request without a body below the store, in the latest version. */
    static String request(String method, String path) {
        return method + " /ImageStore/" + path + "?api-version=6.5 HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    /** The upload of a whole file. */
    static String put(String path, String text) {
        return withBody("PUT /ImageStore/" + path + "?api-version=6.0", text);
    }

    static String copy(String description) {
        return withBody("POST /ImageStore/$/Copy?api-version=6.0", description);
    }

    private static String withBody(String line, String body) {
        return line + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String commit(UUID id) {
        return "POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=" + id
                + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n";
    }

    static String delete(UUID id) {
        return "DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=" + id
                + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    static String session(UUID id) {
        return "GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=" + id + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    static String content(String path) {
        return "GET /_content/" + path + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    /** Uploads text as the chunk that starts at a position, and returns the status. */
    int upload(String path, UUID id, String text, long first, long length) throws IOException {
        try (Wire wire = connect()) {
            return wire.send(chunk(path, id, first, first + text.length() - 1, length) + text)
                    .answer()
                    .status();
        }
    }

    Wire.Answer ask(String request) throws IOException {
        try (Wire wire = connect()) {
            return wire.send(request).answer();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package dev.imagestore.reference.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.request.ApiVersion;
import dev.imagestore.reference.request.RequestRules;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.LaxRangeParser;
import dev.imagestore.reference.session.NormalisedPaths;
import dev.imagestore.reference.session.PathParser;
import dev.imagestore.reference.session.PathsWithoutDots;
import dev.imagestore.reference.session.RangeParser;
import dev.imagestore.reference.session.RawPaths;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionLimits;
import dev.imagestore.reference.session.StrictRangeParser;
import dev.imagestore.reference.store.StoreLayout;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever comes in is understood or refused. {@code bench/fuzz.sh} looks for an input that is neither. */
public final class RequestFuzz {

    /** What one kind of input must hold. */
    interface Property {
        void check(byte[] octets) throws Exception;
    }

    static final Map<String, Property> PROPERTIES = Map.of(
            "requestTarget", RequestFuzz::requestTarget,
            "contentRange", RequestFuzz::contentRange,
            "query", RequestFuzz::query,
            "copyDescription", RequestFuzz::copyDescription,
            "connection", RequestFuzz::connection);

    private static final List<Behaviour> PROFILES = Behaviour.profiles().stream()
            .map(name -> Behaviour.ofProfile(name).orElseThrow())
            .toList();
    private static final List<PathParser> PATHS =
            List.of(new NormalisedPaths(), new PathsWithoutDots(), new RawPaths());
    private static final List<RangeParser> RANGES = List.of(new StrictRangeParser(), new LaxRangeParser());

    private static final SessionLimits LIMITS = new SessionLimits(1L << 40, 10, 1L << 40, Duration.ofMinutes(30));
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final StoreLayout LAYOUT = new StoreLayout(Path.of("/store"));

    private RequestFuzz() {}

    /** Called by the fuzzer; the system property {@code fuzz} says what its inputs are. */
    public static void fuzzerTestOneInput(byte[] octets) throws Exception {
        Objects.requireNonNull(PROPERTIES.get(System.getProperty("fuzz", "connection")))
                .check(octets);
    }

    private static void requestTarget(byte[] octets) {
        String target = new String(octets, ISO_8859_1);
        for (Behaviour profile : PROFILES) {
            Router router = new Router(true, true, profile.requests());
            for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
                try {
                    Route route =
                            router.route(method, RequestTarget.parse(target).segments());
                    PATHS.forEach(paths -> assertConfined(paths, route.content()));
                } catch (ProtocolException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    private static void assertConfined(PathParser paths, String content) {
        try {
            ContentPath path = paths.parse(content);
            Path place = LAYOUT.published(path);
            assertThat(place).isEqualTo(place.normalize()).isNotEqualTo(LAYOUT.published());
            assertThat(place.startsWith(LAYOUT.published())).isTrue();
            assertThat(new NormalisedPaths()
                            .parse(String.join("/", path.segments()))
                            .segments())
                    .isEqualTo(path.segments());
        } catch (RefusedException e) {
            assertThat(e.refusal().message()).isNotBlank();
        }
    }

    private static void contentRange(byte[] octets) {
        String value = new String(octets, ISO_8859_1);
        for (RangeParser ranges : RANGES) {
            try {
                ContentRange range = ranges.parse(List.of(value));
                assertThat(range.range().first()).isBetween(0L, range.range().last());
                assertThat(range.fileLength()).isNotNegative();
                assertThat(range.range().length()).isPositive();
            } catch (RefusedException e) {
                assertThat(e.refusal().message()).isNotBlank();
            }
        }
        try {
            ContentRange strict = new StrictRangeParser().parse(List.of(value));
            assertThat(strict.isInsideFile()).isTrue();
            assertThat(new LaxRangeParser().parse(List.of(value))).isEqualTo(strict);
        } catch (RefusedException e) {
            assertThat(e.refusal().message()).isNotBlank();
        }
    }

    private static void query(byte[] octets) {
        String query = new String(octets, ISO_8859_1);
        for (Behaviour profile : PROFILES) {
            RequestRules rules = RequestRules.of(profile.requests(), new ApiVersion(6, 5));
            try {
                Map<String, String> values = rules.queries().parse(query);
                rules.versions().require(values.get("api-version"));
                assertThat(rules.timeouts().seconds(values.get("timeout"))).isBetween(0L, (1L << 32) - 1);
                assertThat(SessionId.parse(values.getOrDefault("session-id", ""))
                                .toString())
                        .isEqualToIgnoringCase(values.get("session-id"));
                ClockOperation.by(values);
            } catch (RefusedException e) {
                assertThat(e.refusal().message()).isNotBlank();
            }
        }
    }

    private static void copyDescription(byte[] body) {
        try {
            CopyDescription copy = CopyDescription.parse(body);
            assertThat(copy.source().segments()).isNotEmpty();
            assertThat(copy.destination().segments()).isNotEmpty();
        } catch (RefusedException e) {
            assertThat(e.refusal().message()).isNotBlank();
        }
    }

    /** A whole connection: every answer is one that a client can read, and none says that the server has failed. */
    private static void connection(byte[] octets) throws Exception {
        Path folder = Files.createTempDirectory("fuzz-");
        Behaviour profile = PROFILES.get(octets.length % PROFILES.size());
        try (EmbeddedServer server = new EmbeddedServer(profile, folder, LIMITS, Runnable::run)) {
            int half = octets.length / 2;
            String answers = "";
            for (int from : List.of(0, half)) {
                if (server.channel().isOpen()) {
                    server.send(octets, from, from == 0 ? half : octets.length - half);
                    answers += server.received();
                }
            }
            if (server.channel().isOpen()) {
                server.channel().pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
                answers += server.received();
            }
            Matcher statuses = STATUS.matcher(answers);
            while (statuses.find()) {
                assertThat(statuses.group(1)).matches("1..|2..|4..|50[1345]|507");
            }
            assertThat(server.faults()).isEmpty();
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}

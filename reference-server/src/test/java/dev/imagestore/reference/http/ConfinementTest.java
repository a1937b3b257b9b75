package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.session.NormalisedPaths;
import dev.imagestore.reference.session.PathParser;
import dev.imagestore.reference.session.RawPaths;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.store.StoreLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** No target of a request, in whatever encoding, leads out of the folder of published files. */
class ConfinementTest {

    private static final List<PathParser> PARSERS = List.of(new NormalisedPaths(), new RawPaths());

    private final StoreLayout layout = new StoreLayout(Path.of("/store"));
    private final Router router = new Router(true, false, Behaviour.documented().requests());

    @Property(tries = 2000)
    void everyPathIsBelowTheRoot(@ForAll("targets") String target) {
        for (PathParser parser : PARSERS) {
            Optional<Path> place = place(parser, target);
            place.ifPresent(path -> assertThat(path)
                    .isEqualTo(path.normalize())
                    .startsWithRaw(layout.published())
                    .isNotEqualTo(layout.published()));
            Statistics.collect(place.isPresent());
        }
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    }

    private Optional<Path> place(PathParser parser, String target) {
        try {
            Route route = router.route("PUT", RequestTarget.parse(target).segments());
            return Optional.of(layout.published(parser.parse(route.content())));
        } catch (ProtocolException | RefusedException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> segment = Arbitraries.of(
                "..", ".", "", "a", "b c", "...", "..a", "$", "C:", "c:x", "~", " ", " ..", "é", "\0", "%2e%2e", "..;",
                "_.dir");
        Arbitrary<String> separator = Arbitraries.of("/", "\\", "//", "\\/");
        Arbitrary<Integer> encoding = Arbitraries.integers().between(0, 2);
        Arbitrary<String> piece = Combinators.combine(segment, separator, encoding, encoding)
                .as((name, between, first, second) -> encoded(name, first) + encoded(between, second));
        return piece.list().ofMinSize(1).ofMaxSize(7).map(pieces -> "/ImageStore/" + String.join("", pieces));
    }

    /** As it is where it may be, percent-encoded, or percent-encoded twice. */
    private static String encoded(String text, int times) {
        String encoded = times == 0 ? text.replaceAll("[^!-~]|%", "_") : text;
        for (int i = 0; i < times; i++) {
            encoded = octets(encoded);
        }
        return encoded;
    }

    private static String octets(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, octets.length)
                .mapToObj(i -> "%%%02x".formatted(octets[i] & 0xff))
                .collect(Collectors.joining());
    }
}

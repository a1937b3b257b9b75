package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.TckOptions;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.conformance.Bounds;
import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.conformance.Shard;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.subject.ContainerSettings;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyOptionsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutOptionsTheDefaultsHold() {
        assertThat(VerifyCommand.parse())
                .isEqualTo(new TckOptions(
                        Optional.empty(),
                        Optional.empty(),
                        Profile.DOCUMENTED,
                        Optional.empty(),
                        EnumSet.allOf(Operation.class),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        8,
                        Duration.ofSeconds(10),
                        false,
                        Duration.ZERO,
                        List.of(),
                        true,
                        Tls.DEFAULT,
                        Bounds.NONE,
                        false,
                        Shard.WHOLE,
                        Path.of("reports")));
    }

    static Stream<Arguments> options() {
        return Stream.of(
                effect("--target=http://h:1/a", TckOptions::target, Optional.of(Endpoint.parse("http://h:1/a"))),
                effect("--profile=strict-http", TckOptions::profile, Profile.STRICT_HTTP),
                effect("--runtime-version=6.5", TckOptions::runtimeVersion, Optional.of(new ApiVersion(6, 5))),
                effect("--content=http://h/{path}", TckOptions::content, Optional.of("http://h/{path}")),
                effect("--clock=http://h/{seconds}", TckOptions::clock, Optional.of("http://h/{seconds}")),
                effect("--require-observed", TckOptions::requireObserved, true),
                effect("--run=CR-*,COM-01", TckOptions::run, List.of("CR-*", "COM-01")),
                effect("--skip=CR-07/a,CR-08", TckOptions::skip, List.of("CR-07/a", "CR-08")),
                effect("--update-known-failing", TckOptions::updateKnownFailing, true),
                effect("--strict", TckOptions::strict, true),
                effect("--seed=7", o -> o.seed().orElse(0), 7L),
                effect("--sequences=500", TckOptions::sequences, OptionalInt.of(500)),
                effect("--parallel=9", TckOptions::parallel, 9),
                effect("--timeout=500ms", TckOptions::timeout, Duration.ofMillis(500)),
                effect("--timeout=3s", TckOptions::timeout, Duration.ofSeconds(3)),
                effect("--wait-for-target=2m", TckOptions::waitForTarget, Duration.ofMinutes(2)),
                effect("--fail-fast", TckOptions::failFast, true),
                effect("--header=X-Key: a:b", TckOptions::headers, List.of(new Header("X-Key", "a:b"))),
                effect("--no-case-header", TckOptions::caseHeader, false),
                effect("--insecure", TckOptions::tls, tls(null, null, null, true)),
                effect("--cacert=a.pem", TckOptions::tls, tls("a.pem", null, null, false)),
                effect("--cert=c.pem", TckOptions::tls, tls(null, "c.pem", null, false)),
                effect("--key=k.pem", TckOptions::tls, tls(null, null, "k.pem", false)),
                effect("--max-bytes=64m", TckOptions::bounds, new Bounds(64 << 20, Long.MAX_VALUE)),
                effect("--max-declared=1g", TckOptions::bounds, new Bounds(Long.MAX_VALUE, 1 << 30)),
                effect("--keep", TckOptions::keep, true),
                effect("--shard=2/3", TckOptions::shard, new Shard(2, 3)),
                effect("--reports=there", TckOptions::reports, Path.of("there")));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionHasItsEffect(String argument, Function<TckOptions, Object> component, Object expected) {
        assertThat(component.apply(VerifyCommand.parse(argument))).isEqualTo(expected);
    }

    @Test
    void theOperationsAreThoseThatAreNamed() {
        assertThat(VerifyCommand.parse("--operations", "upload-chunk,commit").operations())
                .containsExactlyInAnyOrder(Operation.UPLOAD_CHUNK, Operation.COMMIT);
    }

    @Test
    void headersAreSeparatedByCommasBeforeAName() {
        assertThat(VerifyCommand.parse("--header", "X-A: 1, 2,X-B: 3").headers())
                .containsExactly(new Header("X-A", "1, 2"), new Header("X-B", "3"));
    }

    @Test
    void headersOfAFileStandOneALine() throws IOException {
        Path file = Files.writeString(folder.resolve("headers"), "X-A: 1, 2\n\nAuthorization: Bearer t\n");

        assertThat(VerifyCommand.parse("--header", "X-B: 3,@" + file).headers())
                .containsExactly(
                        new Header("X-B", "3"), new Header("X-A", "1, 2"), new Header("Authorization", "Bearer t"));
    }

    @Test
    void anOptionThatRepeatsIsAList() {
        assertThat(VerifyCommand.parse("--run", "CR-07", "--run", "CR-08").run())
                .containsExactly("CR-07", "CR-08");
    }

    @ParameterizedTest
    @CsvSource({
        "--targt=http://h,             --target",
        "--profile=documentd,          documented",
        "--operations=upload-chunks,   upload-chunk"
    })
    void anUnknownNameIsRefusedWithTheNearest(String argument, String nearest) {
        assertThatThrownBy(() -> VerifyCommand.parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching(".*there is no \"[^\"]+\"; the nearest are " + nearest + "(, .*)?");
    }

    @ParameterizedTest
    @CsvSource({
        "--target=localhost:19080,  --target: URL 'localhost:19080' has no scheme",
        "--timeout=10,              --timeout: \"10\" is no duration",
        "--timeout=ten seconds,     --timeout: \"ten seconds\" is no duration",
        "--wait-for-target=-1s,     --wait-for-target: \"-1s\" is no duration",
        "--header=X-Key,            --header: expected NAME:VALUE",
        "--header=:value,           --header: expected NAME:VALUE",
        "--header=@no-such-file,    --header @no-such-file: the file cannot be read",
        "--runtime-version=six,     --runtime-version: \"six\" is no version",
        "--parallel=many,           --parallel",
        "--max-bytes=much,          --max-bytes: \"much\" is no size",
        "--max-declared=-1,         --max-declared: \"-1\" is no size",
        "--shard=3/2,               --shard: \"3/2\" is no part of a run",
        "--seed=1.5,                --seed",
        "--target,                  --target",
        "--config=no-such-file.yaml, --config no-such-file.yaml cannot be read",
        "extra,                     extra"
    })
    void aValueThatCannotBeMeantIsRefusedByName(String argument, String message) {
        assertThatThrownBy(() -> VerifyCommand.parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theValueOfABadHeaderIsNotRepeated() {
        assertThatThrownBy(() -> VerifyCommand.parse("--header", "sesame")).hasMessageNotContaining("sesame");
    }

    private static Tls tls(@Nullable String cacert, @Nullable String cert, @Nullable String key, boolean insecure) {
        return new Tls(
                Optional.ofNullable(cacert).map(Path::of),
                Optional.ofNullable(cert).map(Path::of),
                Optional.ofNullable(key).map(Path::of),
                insecure);
    }

    @Test
    void aTargetMayBeAnImage() {
        assertThat(VerifyCommand.parse("--target=docker:a/b:1").container())
                .contains(new ContainerSettings("a/b:1", 19080, Map.of(), List.of()));
        assertThat(VerifyCommand.parse(
                                "--target=docker:a/b",
                                "--container-port=80",
                                "--container-env=A=1,B=2",
                                "--container-env=C=3",
                                "--container-cmd=run it")
                        .container())
                .contains(new ContainerSettings("a/b", 80, Map.of("A", "1", "B", "2", "C", "3"), List.of("run", "it")));
        assertThat(VerifyCommand.parse("--target=docker:a/b").target()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--target=docker:,                       --target: \"\" names no image; expected docker:IMAGE[:TAG]",
        "--target=docker:A B,                    --target: \"A B\" names no image; expected docker:IMAGE[:TAG]",
        "--container-port=80,                    there is no container; expected --target docker:IMAGE[:TAG]",
        "--container-env=A=1,                    there is no container; expected --target docker:IMAGE[:TAG]",
        "--container-cmd=serve,                  there is no container; expected --target docker:IMAGE[:TAG]",
        "--container-env=A,                      should be in KEY=VALUE"
    })
    void whatNoContainerCanBeMadeOfIsRefused(String option, String message) {
        assertThatThrownBy(() -> VerifyCommand.parse(option))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aContainerListensOnAPort() {
        assertThatThrownBy(() -> VerifyCommand.parse("--target=docker:a", "--container-port=70000"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("port 70000: expected 1 to 65535");
    }

    private static Arguments effect(String argument, Function<TckOptions, Object> component, Object expected) {
        return Arguments.of(argument, component, expected);
    }

    @ParameterizedTest
    @CsvSource({"--seed=1, 8", "--target=http://h, 4", "--target=docker:image, 4", "--parallel=3, 3"})
    void anotherServerIsAskedLessAtATimeThanOurOwn(String option, int parallel) {
        assertThat(VerifyCommand.parse(option).parallel()).isEqualTo(parallel);
    }
}

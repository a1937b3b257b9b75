package dev.imagestore.tck.traffic.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.tck.exchange.BadRecordingException;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.SentRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRecordingSurvivesExportAndImport() {
        Path recording = folder.resolve("recording");
        Generator.generate(
                new Generation(2, 10_000, 3_000, Generation.Order.SHUFFLE, 2, 100, 1, OptionalLong.empty(), true),
                recording);
        List<Exchange> before = read(recording);
        try (Recording more = Recording.append(recording)) {
            Exchange cut = before.get(0);
            more.add(new Exchange(
                    99,
                    "X",
                    1,
                    cut.started(),
                    new SentRequest(
                            "PUT",
                            cut.request().target(),
                            cut.request().headers(),
                            10,
                            cut.request().body(),
                            false,
                            Framing.LENGTH,
                            false),
                    Optional.empty(),
                    Ending.CUT,
                    Optional.of("gone"),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2)));
        }

        Path har = folder.resolve("x.har");
        HarExport.export(recording, har, false);
        HarImport.Found found = HarImport.read(har, folder.resolve("imported"));

        List<Exchange> after = read(folder.resolve("imported"));
        assertThat(found).isEqualTo(new HarImport.Found(11, 0, 0, 0, 0));
        assertThat(after).hasSize(11).last().satisfies(e -> {
            assertThat(e.ending()).isEqualTo(Ending.CUT);
            assertThat(e.problem()).hasValue("gone");
        });
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).request()).isEqualTo(before.get(i).request());
            assertThat(after.get(i).started()).isEqualTo(before.get(i).started());
            assertThat(after.get(i).endedAfter()).isEqualTo(before.get(i).endedAfter());
            assertThat(after.get(i).status()).isEqualTo(before.get(i).status());
        }
    }

    @Test
    void aHarOfABrowserIsUnderstood() throws IOException {
        Exchange exchange = imported("""
                "request":{"method":"PUT","url":"https://h:1/x/ImageStore/a?api-version=6.0#f","httpVersion":"h2",
                 "headers":[{"name":":method","value":"PUT"},{"name":"x-a","value":"b"}],
                 "bodySize":3,"postData":{"mimeType":"text/plain","text":"abc"}}""").get(0);

        assertThat(exchange.request().target()).isEqualTo("/x/ImageStore/a?api-version=6.0");
        assertThat(exchange.request().headers())
                .containsExactly(new Header("x-a", "b"), new Header("Content-Length", "3"));
        assertThat(exchange.request().body()).isEqualTo(BodyDigest.of("abc".getBytes(StandardCharsets.UTF_8)));
        assertThat(exchange.status()).hasValue(200);
    }

    @Test
    void bodiesInBase64AreDecodedAndBinaryTextFitsItsLength() throws IOException {
        assertThat(imported("""
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[],"bodySize":2,
                 "postData":{"mimeType":"x","text":"gIE=","encoding":"base64"}}""").get(0).request().body())
                .isEqualTo(BodyDigest.of(new byte[] {(byte) 0x80, (byte) 0x81}));
        assertThat(imported("""
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[],"bodySize":2,
                 "postData":{"mimeType":"x","text":"\\u0080\\u0081"}}""").get(0).request().body())
                .isEqualTo(BodyDigest.of(new byte[] {(byte) 0x80, (byte) 0x81}));
    }

    /** The page sent a commit when the head of the answer to its last chunk was there, 0.4 ms later. */
    @Test
    void anExchangeHasEndedWhenThePageCouldGoOn() throws IOException {
        Files.writeString(folder.resolve("x.har"), """
                {"log":{"entries":[{"startedDateTime":"2026-01-01T00:00:00.760Z","time":17.1,
                "timings":{"blocked":0.9,"dns":-1,"send":0.1,"wait":10.8,"receive":5.3},
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[]},
                "response":{"status":200,"headers":[],"content":{"size":0}}},
                {"startedDateTime":"2026-01-01T00:00:00.771Z","time":1,"timings":{"send":1,"wait":1,"receive":0},
                "request":{"method":"GET","url":"http://h/ImageStore/a","headers":[]},
                "response":{"status":200,"headers":[],"content":{"size":0}}}]}}
                """);
        found();
        List<Exchange> exchanges = read(folder.resolve("imported"));

        assertThat(exchanges.get(0).ended()).isBeforeOrEqualTo(exchanges.get(1).started());
        assertThat(exchanges.get(1).endedAfter()).isEqualTo(Duration.ZERO);
    }

    /** Firefox drops a mark at the beginning, half a character at the end, and all beyond 1 MiB; others write U+FFFD. */
    @ParameterizedTest
    @CsvSource({"abc, 5", "\\uFFFDabc, 6", "\\u0080\\u0081\\u20AC, 6"})
    void aBodyThatIsNotWhatWasSentHasOneOfItsLengthInItsPlace(String text, int sent) throws IOException {
        SentRequest request = imported("""
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[{"name":"Content-Length","value":"%d"}],
                 "bodySize":3,"postData":{"mimeType":"","params":[],"text":"%s"}}""".formatted(sent, text)).get(0).request();

        assertThat(request.standIn()).isTrue();
        assertThat(request.declaredLength()).isEqualTo(sent);
        assertThat(request.body()).isEqualTo(BodyDigest.of(new byte[sent]));
        assertThat(found().disagreeing()).isEqualTo(1);
    }

    @Test
    void whatAnAnswerSaidIsNotKnownWhereItsBodyWasLeftOut() throws IOException {
        Files.writeString(folder.resolve("x.har"), """
                {"log":{"entries":[{"startedDateTime":"2026-01-01T00:00:00.000Z","time":1,
                "request":{"method":"GET","url":"http://h/ImageStore/a","headers":[]},
                "response":{"status":404,"headers":[],"content":{"size":92,"comment":"not included"}}}]}}
                """);

        assertThat(found().bare()).isEqualTo(1);
        assertThat(read(folder.resolve("imported")).get(0).answer()).hasValueSatisfying(answer -> {
            assertThat(answer.truncated()).isTrue();
            assertThat(answer.body().length()).isEqualTo(92);
        });
    }

    @Test
    void whatIsMissingOrDisagreesIsCounted() throws IOException {
        List<Exchange> exchanges = imported("""
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[{"name":"Content-Length","value":"5"}]}""");
        assertThat(exchanges.get(0).request().standIn()).isTrue();
        assertThat(exchanges.get(0).request().body()).isEqualTo(BodyDigest.of(new byte[5]));
        assertThat(found().missing()).isEqualTo(1);

        imported("""
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[{"name":"Content-Length","value":"5"}],
                 "postData":{"text":"abc"}}""");
        assertThat(found().disagreeing()).isEqualTo(1);

        imported("\"request\":{\"method\":\"GET\",\"url\":\"http://h/index.html\",\"headers\":[]}");
        assertThat(found()).isEqualTo(new HarImport.Found(0, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"log\":{}}", "{\"log\":{\"entries\":{}}}", "{\"log\":{\"entries\":[{\"a\":"})
    void whatIsNoHarIsRefused(String text) throws IOException {
        Path har = folder.resolve("x.har");
        Files.writeString(har, text);

        assertThatExceptionOfType(BadRecordingException.class)
                .isThrownBy(() -> HarImport.read(har, folder.resolve("imported")))
                .withMessageContaining("x.har");
    }

    private List<Exchange> imported(String request) throws IOException {
        Files.writeString(folder.resolve("x.har"), """
                {"log":{"version":"1.2","pages":[{"a":[1]}],"entries":[{"startedDateTime":"2026-01-01T01:00:00.000+01:00",
                "time":12.5,%s,"response":{"status":200,"statusText":"OK","headers":[],"content":{"size":0}}}]}}
                """.formatted(request));
        found();
        return read(folder.resolve("imported"));
    }

    private HarImport.Found found() {
        return HarImport.read(folder.resolve("x.har"), folder.resolve("imported"));
    }

    private static List<Exchange> read(Path recording) {
        try (Stream<Exchange> exchanges = Recording.read(recording)) {
            return exchanges.toList();
        }
    }
}

package dev.imagestore.tck.traffic.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Kept;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.Fate;
import dev.imagestore.tck.model.History;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.Rewriting;
import dev.imagestore.tck.verdict.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String S = "00112233-4455-6677-8899-aabbccddeeff";
    private static final String CHUNK = "/ImageStore/f/$/UploadChunk?session-id=" + S;
    private static final String COMMIT = "/ImageStore/$/CommitUploadSession?session-id=" + S;
    private static final String QUERY = "/ImageStore/$/GetUploadSession?session-id=" + S;

    private final Rewriting rewriting = new Rewriting("run", 1);
    private final History history = new History(false);
    private final Ignoring ignoring = new Ignoring(List.of("code", "status:PUT-*"));
    private final Differences differences = new Differences(ignoring);
    private final Answers answers = new Answers(differences);
    private long numbers;
    private boolean racedWhenRecorded;

    @Test
    void equalAnswersDoNotDiffer() {
        compare("PUT", CHUNK, answer(200, ""), answer(200, ""));

        assertThat(differences.count()).isZero();
        assertThat(answers.compared()).isEqualTo(1);
    }

    @Test
    void anotherStatusIsADifferenceOfItsRequirement() {
        compare("PUT", CHUNK, answer(200, ""), answer(400, ""));
        compare("POST", COMMIT, answer(400, ""), answer(200, ""));

        assertThat(differences.kept())
                .extracting(Difference::kind, Difference::requirement, Difference::expected, Difference::observed)
                .containsExactly(
                        Tuple.tuple(Difference.Kind.STATUS, "CHK-01", "200", "400"),
                        Tuple.tuple(Difference.Kind.STATUS, "COM-04", "400", "200"));
    }

    @Test
    void noAnswerIsADifferenceUnlessThereWasNoneBefore() {
        compare("PUT", CHUNK, answer(200, ""), Optional.empty());
        compare("PUT", CHUNK, Optional.empty(), Optional.empty());

        assertThat(differences.kept()).extracting(Difference::kind).containsExactly(Difference.Kind.ANSWER);
        assertThat(answers.compared()).isEqualTo(1);
    }

    @Test
    void ofRequestsThatRaceEitherMayBeRefused() {
        history.begin(99, new Action.Chunk(S, "f", 0, 5, 10, 6, 1));
        compare("PUT", CHUNK, answer(200, ""), answer(400, ""));

        assertThat(differences.count()).isZero();
        assertThat(answers.raced()).isEqualTo(1);
    }

    @Test
    void whatRacedWhenItWasRecordedMayBeAnsweredOtherwise() {
        racedWhenRecorded = true;
        compare("POST", COMMIT, answer(400, ""), answer(200, ""));
        assertThat(differences.count()).isZero();

        compare("POST", COMMIT, answer(400, ""), answer(500, ""));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void whatFollowsInASessionThatWentAnotherWayHangsOnThatUntilItsEnd() {
        history.begin(99, new Action.Chunk(S, "f", 0, 5, 10, 6, 1));
        compare("PUT", CHUNK, answer(200, ""), answer(400, ""));
        history.end(99, Fate.ACCEPTED);

        compare("POST", COMMIT, answer(200, ""), answer(400, ""));
        assertThat(differences.count()).isZero();
        assertThat(answers.raced()).isEqualTo(2);
        assertThat(answers.undecided(0)).containsExactly("f");
        assertThat(answers.undecided(1)).isEmpty();

        compare("POST", COMMIT, answer(200, ""), answer(500, ""));
        assertThat(differences.count()).isEqualTo(1);

        compare("POST", COMMIT, answer(200, ""), answer(200, ""));
        assertThat(answers.undecided(0)).containsExactly("f");
        compare("POST", COMMIT, answer(200, ""), answer(400, ""));
        assertThat(differences.count()).isEqualTo(2);

        compare("POST", COMMIT, answer(200, ""), answer(200, ""));
        assertThat(answers.undecided(0)).isEmpty();
    }

    @Test
    void aRuleHidesAndTellsWhatItHid() {
        compare("POST", COMMIT, answer(400, error("A")), answer(400, error("B")));
        compare("PUT", "/ImageStore/f", answer(200, ""), answer(201, ""));

        assertThat(differences.count()).isZero();
        assertThat(ignoring.report())
                .extracting(i -> i.rule() + " " + i.hidden())
                .containsExactly("code 1", "status:PUT-* 1");
        assertThat(ignoring.report().get(0).first()).contains("expected A, observed B");
    }

    @Test
    void whatIsNoRuleIsRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new Ignoring(List.of("statsu")))
                .withMessageContaining("statsu")
                .withMessageContaining("status");
    }

    @Test
    void bytesThatOnlyACutChunkBroughtAreAMatterOfCutChunks() {
        history.begin(50, new Action.Chunk(S, "f", 0, 4, 10, 5, 1));
        history.end(50, Fate.CUT);
        history.begin(51, new Action.Chunk(S, "f", 8, 9, 10, 2, 2));
        history.end(51, Fate.ACCEPTED);
        Optional<Answer> recorded = answer(200, session("f", S, "0", "7"));
        String fresh = rewriting.session(S);

        compare("GET", QUERY, recorded, answer(200, session("run/f", fresh, "5", "7")));
        compare("GET", QUERY, recorded, answer(200, session("run/f", fresh, "6", "7")));

        assertThat(differences.kept()).extracting(Difference::requirement).containsExactly("CHK-13", "QRY-03");
    }

    @Test
    void aCommitOfWhatOnlyCutChunksBroughtIsAMatterOfCutChunks() {
        history.begin(50, new Action.Chunk(S, "f", 0, 4, 10, 5, 1));
        history.end(50, Fate.ACCEPTED);
        history.begin(51, new Action.Chunk(S, "f", 5, 8, 10, 2, 2));
        history.end(51, Fate.CUT);
        compare("POST", COMMIT, answer(400, ""), answer(200, ""));
        history.begin(52, new Action.Chunk(S, "f", 9, 9, 10, 0, 3));
        history.end(52, Fate.CUT);
        compare("POST", COMMIT, answer(400, ""), answer(200, ""));

        assertThat(differences.kept()).extracting(Difference::requirement).containsExactly("COM-04", "CHK-13");
    }

    @Test
    void aSessionQueryIsComparedWithAllThatWouldBeRight() {
        history.begin(50, new Action.Chunk(S, "f", 0, 4, 10, 5, 1));
        history.end(50, Fate.ACCEPTED);
        String recorded = session("f", S, "5", "9");
        String fresh = rewriting.session(S);

        compare("GET", QUERY, answer(200, recorded), answer(200, session("run/f", fresh, "5", "9")));
        assertThat(differences.count()).isZero();

        compare("GET", QUERY, answer(200, recorded), answer(200, session("run/f", fresh, "0", "9")));
        compare("GET", QUERY, answer(200, recorded), answer(204, ""));
        compare("GET", QUERY, answer(200, recorded), answer(200, session("run/g", fresh, "5", "9")));
        assertThat(differences.kept())
                .extracting(d -> d.kind() + " " + d.requirement())
                .containsExactly("SESSION QRY-03", "SESSION QRY-01", "SESSION QRY-03");
    }

    @Test
    void aQueryThatIsRefusedForItselfSaysNothingOfTheSession() {
        history.begin(50, new Action.Chunk(S, "f", 0, 4, 10, 5, 1));
        history.end(50, Fate.ACCEPTED);
        compare("GET", QUERY, answer(400, ""), answer(400, ""));

        assertThat(differences.count()).isZero();
    }

    @Test
    void jsonIsComparedByMeaning() {
        String recorded =
                "{\"StoreFiles\":[{\"StoreRelativePath\":\"a\\\\b\",\"FileSize\":\"5\",\"ModifiedDate\":\"x\"}]}";
        String same = "{\"StoreFiles\":[{\"FileSize\":5,\"StoreRelativePath\":\"run/a/b\",\"ModifiedDate\":\"y\"}]}";
        compare("GET", "/ImageStore/a", answer(200, recorded), answer(200, same));
        assertThat(differences.count()).isZero();

        compare("GET", "/ImageStore/a", answer(200, recorded), answer(200, same.replace("5", "6")));
        compare("GET", "/ImageStore/a", answer(200, recorded), answer(200, "{\"StoreFiles\":[]}"));
        compare("GET", "/ImageStore/a", answer(200, recorded), answer(200, "<html>"));
        assertThat(differences.kept())
                .extracting(Difference::expected, Difference::observed)
                .containsExactly(
                        Tuple.tuple("StoreFiles[a/b].FileSize 5", "StoreFiles[a/b].FileSize 6"),
                        Tuple.tuple("StoreFiles 1 entry, among them a/b", "StoreFiles 0 entries"),
                        Tuple.tuple(recorded, "<html>"));
    }

    @Test
    void whichFileOfAListingDiffersIsToldWhereverItStands() {
        String file = "{\"StoreRelativePath\":\"%s\",\"FileSize\":\"%d\"}";
        String listing = "{\"StoreFiles\":[" + file + "," + file + "]}";
        compare(
                "GET",
                "/ImageStore/a",
                answer(200, listing.formatted("a", 2, "b", 5)),
                answer(200, listing.formatted("run/b", 1, "run/a", 2)));

        assertThat(differences.kept())
                .extracting(Difference::expected, Difference::observed)
                .containsExactly(Tuple.tuple("StoreFiles[b].FileSize 5", "StoreFiles[b].FileSize 1"));
    }

    @Test
    void whatWasNotRecordedDoesNotDiffer() {
        Optional<Answer> listed = answer(200, "{}");
        Optional<Answer> refused = answer(404, error("A"));

        compare("GET", "/ImageStore/a", withoutBody(200), listed);
        compare("GET", "/ImageStore/a", withoutBody(404), refused);
        assertThat(differences.count()).isZero();
        assertThat(ignoring.report()).extracting(i -> i.hidden()).containsOnly(0L);

        compare("GET", "/ImageStore/a", withoutBody(200), refused);
        assertThat(differences.kept()).extracting(Difference::kind).containsExactly(Difference.Kind.STATUS);
    }

    private static Optional<Answer> withoutBody(int status) {
        return Optional.of(new Answer(status, "", List.of(), BodyDigest.of(new byte[9]), Kept.NOTHING));
    }

    private void compare(String method, String target, Optional<Answer> recorded, Optional<Answer> observed) {
        ApiRequest api = ApiRequest.of(method, target);
        Exchange before = exchange(method, target, recorded);
        Action action = api.action(before.request(), 1);
        history.begin(++numbers, action);
        answers.compare(new Answers.Pair(
                before,
                exchange(method, target, observed),
                api,
                action,
                0,
                rewriting,
                history,
                numbers,
                racedWhenRecorded));
        history.end(numbers, Fate.REFUSED);
    }

    private static Exchange exchange(String method, String target, Optional<Answer> answer) {
        SentRequest request = new SentRequest(
                method,
                target,
                List.of(new Header("Content-Range", "bytes 0-4/10")),
                5,
                BodyDigest.of(new byte[5]),
                true);
        return new Exchange(
                1,
                "",
                1,
                Instant.EPOCH,
                request,
                answer,
                answer.isPresent() ? Ending.COMPLETE : Ending.CLOSED,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO);
    }

    private static Optional<Answer> answer(int status, String body) {
        byte[] octets = body.getBytes(UTF_8);
        return Optional.of(new Answer(status, "", List.of(), BodyDigest.of(octets), octets));
    }

    private static String error(String code) {
        return "{\"Error\":{\"Code\":\"%s\",\"Message\":\"\"}}".formatted(code);
    }

    private static String session(String path, String id, String first, String last) {
        return ("{\"UploadSessions\":[{\"StoreRelativePath\":\"%s\",\"SessionId\":\"%s\",\"FileSize\":\"10\","
                        + "\"ModifiedDate\":\"2026-01-01T00:00:00.000Z\","
                        + "\"ExpectedRanges\":[{\"StartPosition\":\"%s\",\"EndPosition\":\"%s\"}]}]}")
                .formatted(path, id, first, last);
    }
}

package dev.imagestore.tck.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.Rewriting;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.LaneRequest;
import dev.imagestore.tck.wire.PreparedRequest;
import dev.imagestore.tck.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CausalityTest {

    private static final String S = "00112233-4455-6677-8899-aabbccddeeff";
    private static final String T = "10112233-4455-6677-8899-aabbccddeeff";

    private static final Loop LOOP = new Loop(0, new Rewriting("run", 0), false);
    private static final PreparedRequest NOTHING = PreparedRequest.of(
            new LaneRequest(WireRequest.of("GET", "/"), Framing.NONE, false, false),
            new Endpoint("http", "target", 80, ""),
            Redactor.none());

    private final Causality causality = new Causality();
    private long numbers;

    @Test
    void inASessionOneWaitsForWhatWasAnsweredBeforeItWasSent() {
        Node first = chunk(S, "f", 0, 10);
        Node overlapping = chunk(S, "f", 5, 20);
        Node after = chunk(S, "f", 10, 30);

        assertThat(first.waitingFor).isZero();
        assertThat(overlapping.waitingFor).isZero();
        assertThat(after.waitingFor).isEqualTo(1);
        assertThat(causality.done(overlapping)).isEmpty();
        assertThat(causality.done(first)).containsExactly(after);
    }

    @Test
    void sessionsOfDifferentPathsOverlap() {
        chunk(S, "f", 0, 10);

        assertThat(chunk(T, "g", 20, 30).waitingFor).isZero();
    }

    @Test
    void aCommitWaitsForTheCommitOfAnotherSessionToTheSamePath() {
        Node first = add("POST", "/ImageStore/$/CommitUploadSession?session-id=" + S, 0, 10);
        Node second = add("POST", "/ImageStore/$/CommitUploadSession?session-id=" + T, 20, 30);

        assertThat(second.waitingFor).isEqualTo(1);
        assertThat(causality.done(first)).containsExactly(second);
    }

    @Test
    void aQueryByPathWaitsForTheDeletionOfASessionOfThatPath() {
        Node deletion = add("DELETE", "/ImageStore/$/DeleteUploadSession?session-id=" + S, 0, 10);
        Node query = add("GET", "/ImageStore/f/$/GetUploadSession", 20, 30);

        assertThat(query.waitingFor).isEqualTo(1);
        assertThat(causality.done(deletion)).containsExactly(query);
    }

    @Test
    void aFolderWaitsForWhatIsBelowItAndTheOtherWayRound() {
        Node file = add("PUT", "/ImageStore/a/b/c", 0, 10);
        Node deletion = add("DELETE", "/ImageStore/a", 20, 30);
        Node beside = add("PUT", "/ImageStore/ab", 40, 50);
        Node below = add("PUT", "/ImageStore/a/d", 40, 50);
        Node listing = add("GET", "/ImageStore", 60, 70);

        assertThat(deletion.waitingFor).isEqualTo(1);
        assertThat(beside.waitingFor).isZero();
        assertThat(below.waitingFor).isEqualTo(1);
        assertThat(listing.waitingFor).isEqualTo(4);
        assertThat(causality.done(file)).containsExactly(deletion);
    }

    /** Whatever is kept and dropped on the way, each starts after all that it has to wait for, and waits for no other. */
    @Property(tries = 200)
    void eachWaitsForWhatCameBeforeItAndConcernsTheSame(@ForAll Random random) {
        List<Kind> kinds = List.of(
                new Kind("PUT", "a/b", "", false),
                new Kind("PUT", "a/b", S, false),
                new Kind("PUT", "a/c", T, false),
                new Kind("PUT", "ab", "", false),
                new Kind("DELETE", "a", "", true),
                new Kind("GET", "", "", true));
        int few = 1 + random.nextInt(kinds.size()); // with one kind alone its nodes pile up
        Map<Node, Kind> all = new LinkedHashMap<>();
        Causality fresh = new Causality();
        List<Node> ready = new ArrayList<>();
        Set<Node> done = new HashSet<>();
        long start = 0;
        for (int i = 0; i < 80; i++) {
            start += random.nextInt(4);
            Kind kind = kinds.get(random.nextInt(few));
            Node node = node(kind.method(), kind.target(), start, start + 1 + random.nextInt(9), Optional.empty());
            fresh.add(node);
            boolean free = before(node, kind, all).allMatch(done::contains);
            assertThat(node.waitingFor == 0).isEqualTo(free);
            all.put(node, kind);
            if (free) {
                ready.add(node);
            }
            while (!ready.isEmpty() && random.nextInt(3) == 0) {
                finish(fresh, ready, done, all, random);
            }
        }
        while (!ready.isEmpty()) {
            finish(fresh, ready, done, all, random);
        }
        assertThat(done).hasSameElementsAs(all.keySet());
    }

    private record Kind(String method, String path, String session, boolean tree) {

        String target() {
            return "/ImageStore" + (path.isEmpty() ? "" : "/" + path)
                    + (session.isEmpty() ? "" : "/$/UploadChunk?session-id=" + session);
        }

        boolean meets(Kind other) {
            return path.equals(other.path) || covers(other) || other.covers(this);
        }

        private boolean covers(Kind other) {
            return tree && (path.isEmpty() || other.path.startsWith(path + "/"));
        }
    }

    private static Stream<Node> before(Node node, Kind kind, Map<Node, Kind> all) {
        return all.keySet().stream()
                .filter(other -> other != node && other.endMicros <= node.startMicros)
                .filter(other -> all.get(other).meets(kind));
    }

    private static void finish(
            Causality causality, List<Node> ready, Set<Node> done, Map<Node, Kind> all, Random random) {
        Collections.shuffle(ready, random);
        Node next = ready.remove(0);
        assertThat(before(next, all.get(next), all)).allMatch(done::contains);
        done.add(next);
        ready.addAll(causality.done(next));
    }

    private Node chunk(String session, String path, long start, long end) {
        return add("PUT", "/ImageStore/" + path + "/$/UploadChunk?session-id=" + session, start, end);
    }

    private Node add(String method, String target, long start, long end) {
        Node node = node(method, target, start, end, Optional.of("f"));
        causality.add(node);
        return node;
    }

    private Node node(String method, String target, long start, long end, Optional<String> pathOfSession) {
        SentRequest request = new SentRequest(
                method, target, List.of(new Header("Content-Range", "bytes 0-0/9")), 1, BodyDigest.EMPTY, true);
        Exchange exchange = new Exchange(
                ++numbers,
                "",
                1,
                Instant.EPOCH,
                request,
                Optional.empty(),
                Ending.CLOSED,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO);
        ApiRequest api = ApiRequest.of(method, target);
        Action action = api.action(request, 1);
        Concern concern = Concern.of(api, action, session -> pathOfSession);
        return new Node(numbers, LOOP, exchange, api, action, concern, start, end, NOTHING);
    }
}

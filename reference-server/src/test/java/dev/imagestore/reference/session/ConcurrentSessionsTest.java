package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.session.History.Call;
import dev.imagestore.reference.session.History.Step;
import dev.imagestore.reference.session.SessionModel.Admit;
import dev.imagestore.reference.session.SessionModel.BeginCommit;
import dev.imagestore.reference.session.SessionModel.Delete;
import dev.imagestore.reference.session.SessionModel.EndCommit;
import dev.imagestore.reference.session.SessionModel.Find;
import dev.imagestore.reference.session.SessionModel.Settle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one session: each answer is one that some order of the calls explains. */
@Timeout(120)
class ConcurrentSessionsTest {

    private static final int LENGTH = 6;
    private static final int THREADS = 4;
    private static final int ROUNDS = 2000;
    private static final int PLANS = 3;

    /** The core under test, and what its threads have seen. */
    private static final class Trial {

        private final ManualClock clock = new ManualClock();
        private final UploadSessions sessions = new UploadSessions(
                Behaviour.documented(), new SessionLimits(1000, 9, 1000, Duration.ofMinutes(30)), clock, 0);
        private final boolean forgets;
        private final CyclicBarrier together = new CyclicBarrier(THREADS);
        private final AtomicInteger time = new AtomicInteger();
        private final AtomicInteger tokens = new AtomicInteger();
        private final Map<Integer, Reservation> reservations = new ConcurrentHashMap<>();

        Trial(boolean forgets) {
            this.forgets = forgets;
        }

        /** No thread's first call is made before those of the others have begun. */
        private String timed(List<Call> calls, Step step, Supplier<String> call) {
            int begun = time.incrementAndGet();
            if (calls.isEmpty()) {
                meet();
            }
            String answer = call.get();
            calls.add(new Call(begun, time.incrementAndGet(), step, answer));
            return answer;
        }

        private void meet() {
            try {
                together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }

        List<Call> run(Random random) {
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < PLANS; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> commit(calls, random.nextInt(3) > 0);
                    case 1 -> timed(calls, new Delete(), () -> name(sessions.delete(Uploads.ID), "deleted"));
                    case 2 -> timed(calls, new Find(), this::found);
                    default -> chunk(calls, random);
                }
            }
            return calls;
        }

        private void chunk(List<Call> calls, Random random) {
            int first = random.nextInt(3) * 2;
            int last = random.nextInt(4) == 0 ? LENGTH - 1 : first + 1;
            boolean whole = random.nextInt(4) > 0;
            Admit admit = new Admit(tokens.incrementAndGet(), first, last);
            if (timed(calls, admit, () -> admit(admit)).equals("admitted")) {
                Thread.yield();
                timed(calls, new Settle(admit.token(), whole), () -> settle(admit.token(), whole));
            }
        }

        private void commit(List<Call> calls, boolean published) {
            if (timed(calls, new BeginCommit(), () -> name(sessions.beginCommit(Uploads.ID), "publish"))
                    .equals("publish")) {
                Thread.yield();
                timed(calls, new EndCommit(published), () -> {
                    sessions.endCommit(upload(), published);
                    return "done";
                });
            }
        }

        private Upload upload() {
            return sessions.find(Uploads.ID).orElseThrow().upload();
        }

        private String admit(Admit admit) {
            ContentRange chunk = new ContentRange(new ByteRange(admit.first(), admit.last()), LENGTH);
            Admission admission = sessions.admit(Uploads.ID, Uploads.PATH, chunk);
            if (admission instanceof Admission.Admitted admitted) {
                reservations.put(admit.token(), admitted.reservation());
            }
            return name(admission, "admitted");
        }

        private String settle(int token, boolean whole) {
            boolean lost = forgets && token % 3 == 0;
            BodyEnd end = whole && !lost ? BodyEnd.WHOLE : BodyEnd.CUT;
            Settlement settlement = sessions.settle(reservations.get(token), end, clock.instant());
            if (settlement instanceof Settlement.Dropped dropped && !(whole && lost)) {
                return dropped.uploadLives() ? "dropped" : "dropped for good";
            }
            return "recorded";
        }

        private String found() {
            return sessions.find(Uploads.ID).map(Trial::expected).orElse("none");
        }

        private static String expected(SessionView view) {
            TreeSet<Integer> bytes = new TreeSet<>();
            for (ByteRange range : view.expectedRanges()) {
                for (long i = range.first(); i <= range.last(); i++) {
                    bytes.add((int) i);
                }
            }
            return bytes.toString();
        }

        private static String name(Object decision, String done) {
            return decision instanceof Refusal refusal ? refusal.reason().name() : done;
        }
    }

    private static History history(long seed, boolean forgets, ExecutorService threads) throws Exception {
        Trial trial = new Trial(forgets);
        List<Callable<List<Call>>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(seed * THREADS + thread);
            all.add(() -> trial.run(random));
        }
        List<Call> calls = new ArrayList<>();
        for (Future<List<Call>> each : threads.invokeAll(all)) {
            calls.addAll(each.get());
        }
        return new History(calls);
    }

    @Test
    void eachAnswerIsExplainedBySomeOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            int concurrent = 0;
            for (int seed = 0; seed < ROUNDS; seed++) {
                History history = history(seed, false, threads);
                concurrent += history.isConcurrent() ? 1 : 0;

                assertThat(history.isExplainedFrom(SessionModel.empty(LENGTH)))
                        .as("%s", history)
                        .isTrue();
            }
            assertThat(concurrent).as("histories in which calls overlap").isEqualTo(ROUNDS);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aCoreThatForgetsAChunkIsFoundOut() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            int unexplained = 0;
            for (int seed = 0; seed < 100; seed++) {
                unexplained += history(seed, true, threads).isExplainedFrom(SessionModel.empty(LENGTH)) ? 0 : 1;
            }
            assertThat(unexplained).isPositive();
        } finally {
            threads.shutdown();
        }
    }

    private static boolean explained(Call... calls) {
        return new History(List.of(calls)).isExplainedFrom(SessionModel.empty(LENGTH));
    }

    @Test
    void calledAtTheSameTimeEitherMayHaveComeFirst() {
        Call whole = new Call(1, 2, new Admit(1, 0, 5), "admitted");
        Call settled = new Call(3, 8, new Settle(1, true), "recorded");

        assertThat(explained(whole, settled, new Call(4, 5, new Find(), "none")))
                .isTrue();
        assertThat(explained(whole, settled, new Call(4, 5, new Find(), "[]"))).isTrue();
        assertThat(explained(whole, settled, new Call(4, 5, new Find(), "[]"), new Call(6, 7, new Find(), "none")))
                .as("seen, and then not")
                .isFalse();
        assertThat(explained(whole, settled, new Call(9, 10, new Find(), "none")))
                .as("not seen after it was acknowledged")
                .isFalse();
    }

    @Test
    void twoChunksCannotHaveTheSameBytes() {
        assertThat(explained(
                        new Call(1, 4, new Admit(1, 0, 3), "admitted"), new Call(2, 3, new Admit(2, 2, 5), "admitted")))
                .isFalse();
        assertThat(explained(
                        new Call(1, 4, new Admit(1, 0, 3), "admitted"), new Call(2, 3, new Admit(2, 2, 5), "RANGE")))
                .isTrue();
    }

    @Test
    void onlyOneCommitPublishes() {
        Call whole = new Call(1, 2, new Admit(1, 0, 5), "admitted");
        Call settled = new Call(3, 4, new Settle(1, true), "recorded");
        Call first = new Call(5, 8, new BeginCommit(), "publish");

        assertThat(explained(whole, settled, first, new Call(6, 7, new BeginCommit(), "publish")))
                .isFalse();
        assertThat(explained(whole, settled, first, new Call(6, 7, new BeginCommit(), "SESSION_BUSY")))
                .isTrue();
    }
}

package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Calls that are in flight at the same time, each on a connection of its own. All connections stand and the heads of all
 * chunks are out before the last of any body goes; a seed decides the order. When half of every body is out somebody asks
 * for the session of the first, which gives the target the time to have begun with all of them. Nothing that goes out waits
 * for an answer without a bound, since a lawful target may serve one connection after the other.
 */
final class Race {

    private static final long SALT = 0x9E3779B97F4A7C15L;
    private static final Duration A_WHILE = Duration.ofMillis(50);

    private final Conversation conversation;
    private final long seed;
    private final Random random;
    private final boolean patient;
    private final List<Entry> entries = new ArrayList<>();

    /** A call that takes part; with its range if it is a chunk. */
    private record Entry(Upload upload, Optional<ByteRange> range, Call call) {}

    /** A call on its connection. */
    private static final class Lane {
        private final Entry entry;
        private final Talk talk;
        private Optional<Talk.Waiting> held = Optional.empty();
        private CompletableFuture<Exchange> done = new CompletableFuture<>();

        Lane(Entry entry, Talk talk) {
            this.entry = entry;
            this.talk = talk;
        }

        boolean hasBody() {
            return entry.call().body().length() > 0;
        }

        void begin() {
            if (hasBody()) {
                Talk.Waiting waiting = talk.hold(entry.call());
                held = Optional.of(waiting);
                over(waiting.done());
            }
        }

        void half() {
            held.ifPresent(waiting -> waiting.body().release(entry.call().body().length() / 2));
        }

        void letGo() {
            if (held.isPresent()) {
                held.get().body().release();
            } else {
                over(talk.send(entry.call()));
            }
        }

        private void over(CompletableFuture<Exchange> exchange) {
            done = exchange;
            talk.closeAfter(exchange);
        }
    }

    private Race(Conversation conversation, long seed, boolean patient) {
        this.conversation = conversation;
        this.seed = seed;
        this.patient = patient;
        this.random = new Random(seed);
    }

    /**
     * The race of that round of a case: in every run of one seed it is the same. In every second one, calls without a body
     * are answered while the bodies of the others are half out, if they are answered at all by then.
     */
    static Race of(Conversation conversation, int round) {
        long seed = conversation.run().settings().seed()
                ^ (conversation.caseId().hashCode() + (long) round * Integer.MAX_VALUE) * SALT;
        return new Race(conversation, seed, round % 2 == 0);
    }

    /** A chunk of the upload takes part. */
    Race chunk(Upload upload, ByteRange range) {
        entries.add(new Entry(upload, Optional.of(range), upload.chunk(range)));
        return this;
    }

    /** Another call about the upload takes part. */
    Race call(Upload upload, Call call) {
        entries.add(new Entry(upload, Optional.empty(), call));
        return this;
    }

    /** What came of it, when every call has its answer or its end. */
    Heat run() {
        RangeSet before = entries.get(0).upload().missing();
        List<Lane> lanes = entries.stream()
                .map(entry -> new Lane(entry, conversation.talk()))
                .toList();
        Optional<Talk> asking = asks() ? Optional.of(conversation.talk()) : Optional.empty();
        try {
            lanes.forEach(lane -> lane.talk.settled().join());
            inSomeOrder(lanes).forEach(Lane::begin);
            inSomeOrder(lanes).forEach(Lane::half);
            Optional<CompletableFuture<Exchange>> reading = asking.map(this::ask);
            boolean early = reading.map(Race::soon).orElse(false);
            List<Lane> finish = finishing(lanes);
            List<Heat.Entrant> entrants = lanes.stream().map(this::entrant).toList();
            String schedule = finish.stream()
                    .map(lane -> entrants.get(lanes.indexOf(lane)).toString())
                    .collect(Collectors.joining(", "));
            return new Heat(
                    before,
                    entrants,
                    reading.map(CompletableFuture::join)
                            .filter(exchange ->
                                    !attempt(entries.get(0), exchange).unavailable())
                            .map(exchange -> new Heat.Meanwhile(read(exchange), early)),
                    "in flight together, seed %d: %s".formatted(seed, schedule));
        } finally {
            lanes.forEach(lane -> lane.talk.close());
            asking.ifPresent(Talk::close);
        }
    }

    private boolean asks() {
        return conversation.subject().claims(Operation.GET_SESSION)
                && entries.stream().anyMatch(e -> e.call().body().length() > 0);
    }

    private CompletableFuture<Exchange> ask(Talk talk) {
        CompletableFuture<Exchange> asked =
                talk.send(Call.getSession(entries.get(0).upload().sessionId()));
        talk.closeAfter(asked);
        return asked;
    }

    private List<Lane> inSomeOrder(List<Lane> lanes) {
        List<Lane> ordered = new ArrayList<>(lanes);
        Collections.shuffle(ordered, random);
        return ordered;
    }

    private List<Lane> finishing(List<Lane> lanes) {
        List<Lane> order = inSomeOrder(lanes);
        boolean mixed =
                lanes.stream().anyMatch(Lane::hasBody) && !lanes.stream().allMatch(Lane::hasBody);
        if (patient && mixed) {
            order.sort(Comparator.comparing(Lane::hasBody));
        }
        for (Lane lane : order) {
            lane.letGo();
            if (patient && mixed && !lane.hasBody()) {
                soon(lane.done);
            }
        }
        return order;
    }

    /** Whether it comes soon enough to be of use to the order of what follows. */
    static boolean soon(CompletableFuture<Exchange> done) {
        return done.thenApply(exchange -> true)
                .completeOnTimeout(false, A_WHILE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** A target that asks to come back later is obeyed; that call has then raced nothing. */
    private Heat.Entrant entrant(Lane lane) {
        Entry entry = lane.entry;
        Attempt last = conversation.noteOrSendAgain(entry.upload(), entry.call(), lane.done.join());
        if (last.accepted()) {
            entry.range().ifPresent(entry.upload()::accepted);
            if (last.of(Operation.COMMIT)) {
                entry.upload().end();
                conversation.run().remains().published();
            }
        }
        return new Heat.Entrant(entry.range(), last);
    }

    private static Attempt attempt(Entry entry, Exchange exchange) {
        return new Attempt(entry.upload(), entry.call().operation(), exchange, Optional.empty());
    }

    private SessionReading read(Exchange exchange) {
        return SessionReading.of(entries.get(0).upload().sessionId(), exchange, Optional.empty());
    }
}

package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.repro.Shrinker;
import dev.imagestore.tck.subject.InstrumentException;
import dev.imagestore.tck.subject.TargetLostException;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Tries random sequences on a target until one fails, and makes that one short. The first one that fails is the one of the
 * lowest number, so that a seed finds the same again.
 */
public final class Sequences {

    /** The most bytes that one sequence sends. */
    public static final long MOST_BYTES = (long) Draw.MOST_STEPS * Draw.LONGEST;

    /** How often a failing sequence is tried again, at most, to make it short. */
    public static final int MOST_RETRIALS = 200;

    private static final Duration SHRINKING = Duration.ofSeconds(15);

    private final Target target;
    private final long seed;
    private final int parallel;
    private final AtomicInteger trials = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** @param parallel how many at a time */
    public Sequences(Target target, long seed, int parallel) {
        this.target = target;
        this.seed = seed;
        this.parallel = parallel;
    }

    private record Failure(Sequence sequence, Breach breach) {}

    /**
     * Tries so many, or as many as there is time for.
     *
     * @param until no further one is begun after that, and those that are on their way are given up
     */
    public Optional<Finding> run(int count, Instant until) {
        Instant started = Instant.now();
        BooleanSupplier overdue = () -> !Instant.now().isBefore(until);
        try {
            return failure(count, overdue).map(failure -> found(failure, started));
        } catch (TargetLostException e) {
            return Optional.empty();
        } catch (InstrumentException e) {
            return Optional.of(new Finding(error(String.valueOf(e.getMessage()), started), ""));
        }
    }

    /** How many were tried to their end. */
    public int done() {
        return done.get();
    }

    private Optional<Failure> failure(int count, BooleanSupplier overdue) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger lowest = new AtomicInteger(count);
        Queue<Failure> failures = new ConcurrentLinkedQueue<>();
        Runnable worker = () -> {
            int number = next.getAndIncrement();
            while (number < lowest.get() && !overdue.getAsBoolean()) {
                Sequence sequence = Draw.sequence(seed, number, target.subject()::claims);
                Optional<Breach> breach = trial(sequence, Watch.TOUCHED, overdue);
                if (breach.isPresent()) {
                    failures.add(new Failure(sequence, breach.get()));
                    lowest.accumulateAndGet(number, Math::min);
                }
                if (!overdue.getAsBoolean()) {
                    done.incrementAndGet();
                }
                number = next.getAndIncrement();
            }
        };
        inParallel(worker);
        return failures.stream().min(Comparator.comparingInt(f -> f.sequence().number()));
    }

    private void inParallel(Runnable worker) {
        ExecutorService workers = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                running.add(workers.submit(worker));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
    }

    private Optional<Breach> trial(Sequence sequence, Watch watch, BooleanSupplier overdue) {
        String folder = "%s/sequences/%d-%d".formatted(target.folder(), sequence.number(), trials.incrementAndGet());
        return new Trial(target, sequence, folder, watch, overdue).run();
    }

    private Finding found(Failure failure, Instant started) {
        Instant until = Instant.now().plus(SHRINKING);
        AtomicInteger left = new AtomicInteger(MOST_RETRIALS);
        BooleanSupplier enough = () -> left.get() <= 0 || !Instant.now().isBefore(until);
        Sequence whole = failure.sequence();
        List<Step> steps = whole.steps().subList(0, failure.breach().steps());
        List<Step> shortest = Shrinker.shortest(
                steps,
                fewer -> left.decrementAndGet() >= 0
                        && trial(whole.with(fewer), Watch.ALL, enough).isPresent(),
                enough);
        Sequence shrunk = whole.with(shortest);
        Optional<Breach> again = trial(shrunk, Watch.ALL, () -> false);
        Breach seen = again.map(breach -> trial(shrunk, Watch.LAST, () -> false)
                        .filter(plain -> plain.at().equals(breach.at()))
                        .map(plain -> plain.blaming(breach.requirements()))
                        .orElse(breach))
                .orElse(failure.breach());
        Sequence shown = again.isPresent() ? shrunk : whole.with(steps);
        return new Finding(result(seen, shown.steps().size(), whole, started), SequenceText.of(shown, seen));
    }

    private CaseResult result(Breach breach, int steps, Sequence whole, Instant started) {
        String reason = "a sequence of %d steps, shrunk from sequence %d of seed %d, which has %d"
                .formatted(steps, whole.number(), seed, whole.steps().size());
        return new CaseResult(
                breach.requirement() + "/sequence",
                breach.requirement(),
                Outcome.FAILED,
                breach.requirements().stream().skip(1).toList(),
                false,
                Optional.of(reason),
                Optional.of(breach.expected()),
                Optional.of(breach.observed()),
                breach.proof(),
                breach.exchanges(),
                Duration.between(started, Instant.now()));
    }

    /** An instrument of ours failed. */
    private CaseResult error(String reason, Instant started) {
        return new CaseResult(
                "CHK-01/sequence",
                "CHK-01",
                Outcome.ERROR,
                List.of(),
                false,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.between(started, Instant.now()));
    }
}

package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import java.util.List;
import java.util.Optional;

/**
 * What came of calls that were in flight together.
 *
 * @param before what was missing of the file that the first call is about
 * @param entrants the calls, in the order in which they were entered
 * @param meanwhile what somebody was told who asked for the session, if anybody did
 * @param schedule the seed, and the calls in the order in which their last octets went out, for people
 */
record Heat(RangeSet before, List<Entrant> entrants, Optional<Meanwhile> meanwhile, String schedule) {

    Heat {
        entrants = List.copyOf(entrants);
    }

    /**
     * The answer to a query while chunks were on their way.
     *
     * @param early whether it was there before the last of any body went out
     */
    record Meanwhile(SessionReading reading, boolean early) {}

    /** One call; with its range if it was a chunk. */
    record Entrant(Optional<ByteRange> range, Attempt attempt) {

        Upload upload() {
            return attempt.upload();
        }

        boolean accepted() {
            return attempt.accepted();
        }

        /** Refused for a reason that lies in the request. */
        boolean refused() {
            return attempt.refused() && attempt.status() < 500;
        }

        /** Neither: what a loser of a race is answered by 5xx, or by a lost connection, may have taken effect or not. */
        boolean open() {
            return !accepted() && !refused();
        }

        boolean of(Operation operation) {
            return attempt.of(operation);
        }

        @Override
        public String toString() {
            return "%s%s: %s"
                    .formatted(
                            attempt.operation().word(), range.map(r -> " " + r).orElse(""), attempt.observed());
        }
    }

    /** Runs checks, of which a failure then tells what was in flight. */
    void check(Runnable checks) {
        try {
            checks.run();
        } catch (CheckFailed failed) {
            throw failed.with(schedule);
        }
    }

    /** Whether every call came to an end that is not silence. */
    boolean isOver() {
        return entrants.stream().noneMatch(e -> e.attempt().exchange().ending() == Ending.TIMED_OUT);
    }

    List<Entrant> accepted() {
        return entrants.stream().filter(Entrant::accepted).toList();
    }

    boolean anyOpen() {
        return entrants.stream().anyMatch(Entrant::open);
    }

    Entrant the(Operation operation) {
        return entrants.stream().filter(e -> e.of(operation)).findFirst().orElseThrow();
    }

    /** The bytes of the upload that were accepted here. */
    RangeSet acceptedOf(Upload upload) {
        return new RangeSet(acceptedRangesOf(upload));
    }

    /** The ranges of the upload that were accepted here, one by one. */
    List<ByteRange> acceptedRangesOf(Upload upload) {
        return chunksOf(upload).stream()
                .filter(Entrant::accepted)
                .flatMap(e -> e.range().stream())
                .toList();
    }

    /** The ranges of the upload of which it is open whether they count. */
    List<ByteRange> openOf(Upload upload) {
        return chunksOf(upload).stream()
                .filter(Entrant::open)
                .flatMap(e -> e.range().stream())
                .toList();
    }

    /** All that was on its way for the upload. */
    RangeSet sentOf(Upload upload) {
        return new RangeSet(
                chunksOf(upload).stream().flatMap(e -> e.range().stream()).toList());
    }

    private List<Entrant> chunksOf(Upload upload) {
        return entrants.stream().filter(e -> e.upload() == upload).toList();
    }
}

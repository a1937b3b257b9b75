package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the cases of one run share. Safe for many threads. */
final class RunContext {

    static final String INTERRUPTED = "the run was interrupted";
    private static final int IN_FULL = 2;
    private static final Duration LESS = Duration.ofSeconds(1);

    private final Subject subject;
    private final RunSettings settings;
    private final Interruption interruption;
    private final Remains remains;
    private final Map<String, Case> casesByPlace;
    private final Ledger ledger = new Ledger();
    private final Map<String, CaseLog> logs = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile Optional<Instant> again = Optional.empty();
    private final AtomicInteger round = new AtomicInteger();
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicBoolean outlived = new AtomicBoolean();

    /** @param casesByPlace from feature and line to the case */
    RunContext(Subject subject, RunSettings settings, Interruption interruption, Map<String, Case> casesByPlace) {
        this.subject = subject;
        this.settings = settings;
        this.interruption = interruption;
        this.remains = new Remains(subject, settings);
        this.casesByPlace = Map.copyOf(casesByPlace);
    }

    Subject subject() {
        return subject;
    }

    RunSettings settings() {
        return settings;
    }

    Ledger ledger() {
        return ledger;
    }

    Case caseAt(String place) {
        return Optional.ofNullable(casesByPlace.get(place)).orElseThrow();
    }

    /** What happened in that case; the same object whenever asked. */
    CaseLog log(Case of) {
        return logs.computeIfAbsent(of.id(), id -> new CaseLog());
    }

    /** The operations that each case has called, by its id. */
    Map<String, Set<Operation>> called() {
        return logs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().called()));
    }

    /** Those cases are run once more, with logs and paths of their own. */
    void again(List<Case> cases) {
        round.incrementAndGet();
        cases.forEach(each -> logs.remove(each.id()));
    }

    /** From then on no case starts that is run again. */
    void againUntil(Instant deadline) {
        again = Optional.of(deadline);
    }

    /** Whether there is no more time to run cases again. */
    boolean overdue() {
        return again.filter(deadline -> !Instant.now().isBefore(deadline)).isPresent();
    }

    /** What is run now is run for the first time. */
    void firstTime() {
        round.set(0);
        again = Optional.empty();
    }

    /** Where the cases store their files: another folder whenever cases are run again. */
    String folder() {
        return round.get() == 0 ? settings.folder() : "%s/again-%d".formatted(settings.folder(), round.get());
    }

    /** No further case is to start. */
    void stop() {
        stopped.set(true);
    }

    /** Why no further case is to start, if so. */
    Optional<String> stopped() {
        if (interrupted()) {
            return Optional.of(INTERRUPTED);
        }
        return stopped.get() ? Optional.of("the run stopped at the first failed MUST") : Optional.empty();
    }

    /** Whether cases under way are to be given up, too. */
    boolean interrupted() {
        return interruption.requested();
    }

    Remains remains() {
        return remains;
    }

    /** How long a session may take to go once its time is over; it is waited for in vain but once. */
    Duration patienceForExpiry() {
        return outlived.get() ? Duration.ZERO : settings.patience();
    }

    /** How long a state may take to come about; less, when several have not. */
    Duration patience() {
        boolean less = inVain.get() >= IN_FULL && settings.patience().compareTo(LESS) > 0;
        return less ? LESS : settings.patience();
    }

    /** A state has not come about in that time. */
    void waitedInVain() {
        inVain.incrementAndGet();
    }

    /** A session was still there after all that patience. */
    void outlived() {
        outlived.set(true);
    }
}

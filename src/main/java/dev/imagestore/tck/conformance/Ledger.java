package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Tally.Finding;
import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.protocol.ListedFolder;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.protocol.StorePath;
import dev.imagestore.tck.subject.Description;
import dev.imagestore.tck.subject.ListingReading;
import dev.imagestore.tck.subject.SessionListing;
import dev.imagestore.tck.subject.SessionReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was noticed in passing on every exchange of a run, whichever case sent it. Safe for many threads. */
final class Ledger {

    /**
     * Cases whose requests are broken below the API: a server may have them answered by an HTTP stack or a proxy that knows
     * nothing of it.
     */
    private static final Pattern BELOW_THE_API = Pattern.compile("(?:(?:HTTP|URI|SEC)-\\d\\d|CR-33|SID-06)/.*");

    private final Map<AnswerProperty, Tally> properties = new HashMap<>();
    private final Tally errorBodies = new Tally();
    private final Tally errorCodes = new Tally();
    private final Tally descriptions = new Tally();
    private final Tally rangeLists = new Tally();
    private final Tally refusedChunks = new Tally();
    private final Tally listings = new Tally();
    private final Tally separators = new Tally();
    private final AtomicReference<String> separator = new AtomicReference<>("");
    private final AtomicLong exchanges = new AtomicLong();
    private final Set<String> kindsOfAnswer = ConcurrentHashMap.newKeySet();

    Ledger() {
        for (AnswerProperty property : AnswerProperty.ALL) {
            properties.put(property, new Tally());
        }
    }

    /** Where the answers of the API had that property, and where not. */
    Tally of(AnswerProperty property) {
        return Objects.requireNonNull(properties.get(property));
    }

    Tally errorBodies() {
        return errorBodies;
    }

    Tally errorCodes() {
        return errorCodes;
    }

    Tally descriptions() {
        return descriptions;
    }

    Tally rangeLists() {
        return rangeLists;
    }

    Tally refusedChunks() {
        return refusedChunks;
    }

    Tally listings() {
        return listings;
    }

    Tally separators() {
        return separators;
    }

    void exchanged(Exchange exchange) {
        exchanges.incrementAndGet();
        exchange.answer().filter(a -> exchange.answered()).ifPresent(answer -> {
            kindsOfAnswer.add(answer.status() + " " + answer.body().sha256());
            if (!BELOW_THE_API.matcher(exchange.caseId()).matches()) {
                answered(exchange, answer);
            }
        });
    }

    void read(SessionReading reading, String caseId, long exchange) {
        described(reading.session().stream().toList(), reading.defects(), caseId, exchange);
    }

    void read(SessionListing listing, String caseId, long exchange) {
        described(listing.sessions(), listing.defects(), caseId, exchange);
    }

    private void described(List<SessionDescription> sessions, List<String> defects, String caseId, long exchange) {
        for (SessionDescription session : sessions) {
            if (session.listedInNormalForm()) {
                rangeLists.held();
            } else {
                rangeLists.broken(new Finding(caseId, exchange, "the list " + session.listed()));
            }
        }
        if (!defects.isEmpty()) {
            descriptions.broken(new Finding(caseId, exchange, String.join("; ", defects)));
        } else if (!sessions.isEmpty()) {
            descriptions.held();
        }
    }

    void listed(ListingReading reading, String caseId, long exchange) {
        if (!reading.departures().isEmpty()) {
            listings.broken(new Finding(caseId, exchange, String.join("; ", reading.departures())));
        } else if (reading.state() == ListingReading.State.LISTED) {
            listings.held();
        }
        Stream.concat(
                        reading.files().stream().map(ListedFile::path),
                        reading.folders().stream().map(ListedFolder::path))
                .forEach(path -> StorePath.separators(path).ifPresent(used -> separated(path, used, caseId, exchange)));
    }

    /** What the first path of the run had between its segments is what all must have. */
    private void separated(String path, String used, String caseId, long exchange) {
        separator.compareAndSet("", used.substring(0, 1));
        if (used.equals(separator.get())) {
            separators.held();
        } else {
            separators.broken(new Finding(caseId, exchange, "the path " + path));
        }
    }

    void refusedChunk(Optional<String> change, String caseId, long exchange) {
        change.ifPresentOrElse(what -> refusedChunks.broken(new Finding(caseId, exchange, what)), refusedChunks::held);
    }

    /** Why nothing that passed can count, if so. */
    Optional<String> vacuous() {
        if (exchanges.get() == 0) {
            return Optional.of("nothing was sent to the target");
        }
        if (exchanges.get() > 1 && kindsOfAnswer.size() <= 1) {
            return Optional.of("the target answered everything the same way");
        }
        return Optional.empty();
    }

    private void answered(Exchange exchange, Answer answer) {
        for (AnswerProperty property : AnswerProperty.ALL) {
            if (property.concerns().test(answer)) {
                note(property, exchange, answer);
            }
        }
        if (answer.status() >= 300 && answer.body().length() > 0) {
            error(exchange, answer);
        }
    }

    private void note(AnswerProperty property, Exchange exchange, Answer answer) {
        if (property.holds().test(answer)) {
            of(property).held();
        } else {
            String observed = Description.of(exchange) + " " + property.detail().apply(answer);
            of(property).broken(new Finding(exchange.caseId(), exchange.number(), observed.strip()));
        }
    }

    private void error(Exchange exchange, Answer answer) {
        Optional<FabricError> error = FabricError.parse(answer.text());
        if (error.isEmpty()) {
            errorBodies.broken(new Finding(exchange.caseId(), exchange.number(), Description.of(exchange)));
            return;
        }
        errorBodies.held();
        if (error.get().code().isEmpty()) {
            errorCodes.broken(new Finding(exchange.caseId(), exchange.number(), Description.of(exchange)));
        } else {
            errorCodes.held();
        }
    }
}

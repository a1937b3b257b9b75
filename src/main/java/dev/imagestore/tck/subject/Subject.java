package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.wire.WireClient;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The server under test with the instruments that observe it. Opening it makes sure that something answers; closing it
 * closes the instruments.
 */
public final class Subject implements AutoCloseable {

    private static final long MAX_ANSWER = 1 << 20;
    private static final int KEPT = 256 << 10;
    private static final Duration POLL = Duration.ofMillis(100);

    private final SubjectSettings settings;
    private final ImageStore store;
    private volatile Optional<ContentOracle> oracle;
    private final Optional<TargetClock> clock;

    private Subject(
            SubjectSettings settings, ImageStore store, Optional<ContentOracle> oracle, Optional<TargetClock> clock) {
        this.settings = settings;
        this.store = store;
        this.oracle = oracle;
        this.clock = clock;
    }

    /**
     * Opens the target that the settings name.
     *
     * @throws TargetUnreachableException when nothing answers with an HTTP status line in time
     */
    public static Subject open(SubjectSettings settings, Recording recording) {
        WireSettings wire = new WireSettings(
                settings.target(),
                settings.timeout(),
                MAX_ANSWER,
                KEPT,
                Redactor.of(settings.headers()),
                settings.tls());
        awaitAnswer(wire, settings);
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("User-Agent", settings.userAgent()));
        headers.addAll(settings.headers());
        Optional<ContentOracle> oracle =
                settings.content().map(template -> Oracles.of(template, settings.timeout(), settings.tls()));
        Optional<TargetClock> clock =
                settings.clock().map(template -> new TargetClock(template, settings.timeout(), settings.tls()));
        return new Subject(settings, new ImageStore(wire, recording, headers), oracle, clock);
    }

    public ImageStore store() {
        return store;
    }

    /** Whether the stated runtime knows the version that the operation is documented with; yes where none is stated. */
    public boolean isNewEnoughFor(Operation operation) {
        return settings.runtimeVersion()
                .map(runtime -> runtime.compareTo(operation.version()) >= 0)
                .orElse(true);
    }

    public Sight sight() {
        if (oracle.isPresent()) {
            return Sight.BYTES;
        }
        return claims(Operation.LIST) && isNewEnoughFor(Operation.LIST) ? Sight.SIZES : Sight.NOTHING;
    }

    /** The best view of stored files that there is; what it asks of the target itself, it asks for that origin. */
    public Optional<ContentOracle> view(ImageStore.Origin origin) {
        return switch (sight()) {
            case BYTES -> oracle;
            case SIZES -> Optional.of(new ListingOracle(store, origin));
            case NOTHING -> Optional.empty();
        };
    }

    /** From now on whoever asks the content oracle is told why that says nothing. */
    public void distrust(String reason) {
        ContentOracle liar = oracle.orElseThrow();
        oracle = Optional.of(new ContentOracle() {
            @Override
            public StoredFile read(String path, List<FileContent> candidates) {
                throw new InstrumentException("the content oracle cannot be trusted: " + reason);
            }

            @Override
            public void close() {
                liar.close();
            }
        });
    }

    public Optional<TargetClock> clock() {
        return clock;
    }

    public boolean claims(Operation operation) {
        return settings.operations().contains(operation);
    }

    /**
     * What a harmless request for each operation tells of it.
     *
     * @param folder a folder in which there is nothing, and in which the suite may write
     */
    public Map<Operation, Probed> probe(String folder, ImageStore.Origin origin) {
        return new OperationProbe(store, origin, folder).probe();
    }

    public Set<Operation> operations() {
        return EnumSet.copyOf(settings.operations());
    }

    /** The version of the target's runtime, if it was stated. */
    public Optional<ApiVersion> runtimeVersion() {
        return settings.runtimeVersion();
    }

    /** Base URL of the target. */
    public String url() {
        return settings.target().url();
    }

    @Override
    public void close() {
        store.close();
        oracle.ifPresent(ContentOracle::close);
        clock.ifPresent(TargetClock::close);
    }

    private static void awaitAnswer(WireSettings wire, SubjectSettings settings) {
        Instant deadline = Instant.now().plus(settings.waitForTarget());
        try (WireClient probe = new WireClient(wire, Recording.discarding())) {
            while (true) {
                Exchange exchange = probe.send(WireRequest.of(
                        "GET", wire.endpoint().basePath() + "/ImageStore/$/GetUploadSession?api-version=6.0"));
                if (exchange.answer().isPresent()) {
                    return;
                }
                if (!Instant.now().isBefore(deadline)) {
                    throw new TargetUnreachableException(Description.unreachable(wire.endpoint(), exchange));
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }
}

package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.protocol.ContentAnswer;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.WireClient;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The target's API. Each call is one exchange, but for an answer 503 or 429 with Retry-After, which asks to come
 * back and is obeyed a few times. Safe for use by many cases at once.
 */
public final class ImageStore implements AutoCloseable {

    static final int TRIES = 6;
    private static final int BUSY = 4;
    private static final long LONGEST_WAIT_MILLIS = 2000;
    private static final int MOST_PAGES = 1000;

    private final WireClient wire;
    private final Endpoint endpoint;
    private final List<Header> headers;
    private final Lifeline lifeline = new Lifeline();
    private final Patience patience;
    private final AtomicInteger busyForGood = new AtomicInteger();

    ImageStore(WireSettings settings, Recording recording, List<Header> headers) {
        this.wire = new WireClient(settings, recording);
        this.endpoint = settings.endpoint();
        this.patience = new Patience(settings.timeout());
        this.headers = List.copyOf(headers);
    }

    /** One call of a case, which is told of every exchange that it took. */
    public Exchange send(Call call, Origin origin) {
        return sendAsync(call, origin).join();
    }

    /** As {@link #send}, without waiting for the answer. */
    public CompletableFuture<Exchange> sendAsync(Call call, Origin origin) {
        return sendAsync(request(call, origin), origin, 1);
    }

    /** One exchange, whatever comes of it: it says nothing of whether the target is alive. */
    CompletableFuture<Exchange> sendOnce(Call call, Origin origin) {
        return wire.sendAsync(request(call, origin)).thenApply(exchange -> {
            origin.told().accept(exchange);
            return exchange;
        });
    }

    /** Reads the state of a session by its id. */
    public SessionReading session(String sessionId, Origin origin) {
        return SessionReading.of(sessionId, send(Call.getSession(sessionId), origin), Optional.empty());
    }

    /** As {@link #session}, through REST-assured, for assertions on the JSON of the answer. */
    public SessionReading politely(String sessionId, Origin origin) {
        Call call = Call.getSession(sessionId);
        WireFilter filter =
                new WireFilter((method, target) -> sendAsync(dressed(WireRequest.of(method, target), origin), origin, 1)
                        .join());
        try {
            Response response = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .filter(filter)
                    .when()
                    .get(endpoint.url() + call.target());
            return SessionReading.of(sessionId, filter.exchange(), Optional.of(response));
        } catch (WireFilter.NoAnswer e) {
            return SessionReading.of(sessionId, filter.exchange(), Optional.empty());
        }
    }

    /** What is stored at that path, all pages of it; at the root if the path is empty. */
    public ListingReading listing(String path, Origin origin) {
        Call call = path.isEmpty() ? Call.listRoot() : Call.list(path);
        List<Exchange> pages = new ArrayList<>(List.of(send(call, origin)));
        Set<String> tokens = new HashSet<>();
        while (pages.size() < MOST_PAGES) {
            Optional<String> next = ListingReading.answer(pages.get(pages.size() - 1))
                    .flatMap(ContentAnswer::continuation)
                    .filter(tokens::add);
            if (next.isEmpty()) {
                break;
            }
            pages.add(send(call.with("ContinuationToken", UriPath.query(next.get())), origin));
        }
        return ListingReading.of(pages);
    }

    /** Why the target was given up, if it was. */
    public Optional<String> lost() {
        return lifeline.lost();
    }

    /** The numbers of the exchanges without an answer that a lost target ended in. */
    public Set<Long> lastSilence() {
        return lifeline.lastSilence();
    }

    @Override
    public void close() {
        wire.close();
    }

    /** Who sends, under which headers, and who is told of the exchanges. */
    public record Origin(String caseId, boolean named, Consumer<Exchange> told) {}

    private CompletableFuture<Exchange> sendAsync(WireRequest request, Origin origin, int attempt) {
        lifeline.check();
        return wire.sendAsync(request.patience(patience.next())).thenCompose(exchange -> {
            lifeline.heard(exchange);
            patience.heard(exchange);
            origin.told().accept(exchange);
            Optional<Long> wait = comeBackAfter(exchange);
            if (wait.isEmpty() || attempt >= tries()) {
                busy(exchange, wait.isPresent());
                return CompletableFuture.completedFuture(exchange);
            }
            Executor later = CompletableFuture.delayedExecutor(wait.get(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> request, later)
                    .thenCompose(again -> sendAsync(again, origin, attempt + 1));
        });
    }

    /** A target that is busy for good is not asked again each time. */
    private int tries() {
        return busyForGood.get() < BUSY ? TRIES : 1;
    }

    private void busy(Exchange exchange, boolean still) {
        if (still) {
            busyForGood.incrementAndGet();
        } else if (exchange.answered()) {
            busyForGood.set(0);
        }
    }

    /** Milliseconds to wait, when the target asks to come back later. */
    static Optional<Long> comeBackAfter(Exchange exchange) {
        return exchange.answer()
                .filter(a -> exchange.answered() && (a.status() == 503 || a.status() == 429))
                .flatMap(a -> a.header("Retry-After"))
                .map(seconds -> seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) * 1000 : 1000)
                .map(millis -> Math.max(50, Math.min(millis, LONGEST_WAIT_MILLIS)));
    }

    /** Opens a connection for several calls; it is the caller's to close. */
    public Talk talk(Origin origin) {
        lifeline.check();
        AtomicBoolean answered = new AtomicBoolean();
        return new Talk(wire.dialogue(), call -> request(call, origin), exchange -> {
            // A target may close a connection behind any answer, so what follows one may lawfully have none.
            if (!answered.get() || exchange.answered()) {
                lifeline.heard(exchange);
            }
            answered.compareAndSet(false, exchange.answered());
            origin.told().accept(exchange);
        });
    }

    private WireRequest request(Call call, Origin origin) {
        boolean absolute = call.target().matches("https?://.*");
        String target = absolute ? call.target() : endpoint.basePath() + call.target();
        WireRequest request =
                dressed(WireRequest.of(call.method(), target), origin).body(call.body());
        for (Header header : call.headers()) {
            request = request.header(header.name(), header.value());
        }
        return call.cutAfter().isPresent() ? request.cutAfter(call.cutAfter().getAsLong()) : request;
    }

    private WireRequest dressed(WireRequest request, Origin origin) {
        WireRequest dressed = request.forCase(origin.caseId());
        for (Header header : headers) {
            dressed = dressed.header(header.name(), header.value());
        }
        return origin.named() ? dressed.header("X-Tck-Case", origin.caseId()) : dressed;
    }
}

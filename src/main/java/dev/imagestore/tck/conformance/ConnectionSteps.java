package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.Talk;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Several requests on one connection, one session over several connections, and what comes before a body. */
public final class ConnectionSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private Optional<Talk> talk = Optional.empty();
    private Optional<SessionReading> seenOnIt = Optional.empty();

    public ConnectionSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @After
    public void hangUp() {
        talk.ifPresent(Talk::close);
    }

    @When("^the client uploads bytes (\\d+-\\d+), waiting for 100 before the body$")
    public void uploadWaiting(String range) {
        waiting(range, conversation.current().chunk(ByteRange.parse(range)), "100-continue");
    }

    @When("^the client uploads bytes (\\d+-\\d+), waiting for 100, asked for in capitals, before the body$")
    public void uploadWaitingInCapitals(String range) {
        waiting(range, conversation.current().chunk(ByteRange.parse(range)), "100-CONTINUE");
    }

    @When("^the client uploads bytes (\\d+-\\d+) without api-version, waiting for 100 before the body$")
    public void refusedWaiting(String range) {
        waiting(range, conversation.current().chunk(ByteRange.parse(range)).without("api-version"), "100-continue");
    }

    @When("the client uploads bytes {long}-{long} in chunked coding beside Content-Length {long}")
    public void uploadInBothFramings(long first, long last, long length) {
        ByteRange range = new ByteRange(first, last);
        Call chunk = conversation.current().chunk(range).header("Content-Length", Long.toString(length));
        uploaded(range, attempt(MessageSteps.coded(chunk, "in one piece")));
    }

    @Then("the chunk is refused, or it is stored as it was coded and the connection is closed")
    public void refusedOrCodedAndClosed() {
        Attempt attempt = conversation.lastAttempt();
        expect.refusedOrAccepted(attempt);
        if (attempt.accepted()) {
            closed();
            expect.missing(attempt.upload(), attempt.upload().missing());
            expect.stillExpected(attempt.upload())
                    .ranges()
                    .forEach(range -> expect.acceptedAsExpected(conversation.upload(attempt.upload(), range)));
            expect.accepted(conversation.commit(attempt.upload()));
            if (conversation.subject().sight() == Sight.BYTES) {
                expect.storedIs(attempt.upload(), attempt.upload().content());
            }
        }
    }

    @When("the client uploads bytes {long}-{long} under Content-Length {raw}, on a connection of its own")
    public void uploadUnderLength(long first, long last, String length) {
        Call chunk = conversation.current().chunk(new ByteRange(first, last));
        attempt(MessageSteps.with(chunk.body(RequestBody.none()), "Content-Length: " + length));
    }

    @When("the client uploads bytes {long}-{long} under Content-Length {raw} and {raw}, on a connection of its own")
    public void uploadUnderTwoLengths(long first, long last, String one, String other) {
        Call chunk = conversation.current().chunk(new ByteRange(first, last));
        attempt(chunk.header("Content-Length", one).header("Content-Length", other));
    }

    @Then("the connection is closed")
    public void closed() {
        boolean closed = theTalk().closedWithin(conversation.run().patience());
        if (!closed) {
            conversation.run().waitedInVain();
        }
        expect.check(closed, "the connection to be closed after the answer", "it stays open");
    }

    @When("the client sends two chunks and a query on one connection without waiting")
    public void pipelined() {
        Upload upload = conversation.current();
        onOne(List.of(
                upload.chunk(new ByteRange(0, 49)),
                upload.chunk(new ByteRange(50, 59)),
                Call.getSession(upload.sessionId())));
    }

    @When("the client sends two chunks and a query on one connection, each after the last answer")
    public void oneAfterTheOther() {
        Upload upload = conversation.current();
        for (Call call : List.of(
                upload.chunk(new ByteRange(0, 49)),
                upload.chunk(new ByteRange(50, 59)),
                Call.getSession(upload.sessionId()))) {
            attempt(call);
        }
    }

    /** A server may close the connection behind any answer; what it answers belongs to what was asked. */
    @Then("each answer is that of its request, as far as the connection was kept")
    public void eachItsOwn() {
        List<Attempt> attempts = conversation.attempts();
        expect.accepted(attempts.get(0));
        if (kept(attempts.get(1))) {
            expect.accepted(attempts.get(1));
        }
        if (kept(attempts.get(2))) {
            describes(attempts.get(2), RangeSet.of(new ByteRange(60, 99)));
        }
    }

    @When("^the client sends ([A-Z]+) and then GET for the session on one connection$")
    public void sendBoth(String method) {
        Call query = Call.getSession(conversation.current().sessionId());
        onOne(List.of(query.method(method), query));
    }

    @When("the client sends HEAD to no known address and then GET for the session on one connection")
    public void sendHeadNowhere() {
        Call query = Call.getSession(conversation.current().sessionId());
        onOne(List.of(query.method("HEAD").at("/$/NoSuchAction"), query));
    }

    @When("^the client sends a chunk with (.+) whose body (?:of (\\d+) bytes )?(?:in (chunked coding) )?"
            + "is full of requests to delete the session, and then a query on one connection$")
    public void smuggle(String defect, String bytes, String coding) {
        Upload upload = conversation.current();
        Call delete = Call.deleteSession(upload.sessionId());
        String hidden = "%s %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted("DELETE", delete.target(), new Addresses(conversation).expand("{host}"));
        byte[] body =
                hidden.repeat(Integer.parseInt(bytes) / hidden.length() + 1).getBytes(StandardCharsets.US_ASCII);
        Call chunk = upload.chunk().range(new ByteRange(50, 99), 100).body(RequestBody.of(body));
        Call refused = switch (defect) {
            case "no api-version" -> chunk.without("api-version");
            case "no such action" -> chunk.at(chunk.path().replace("UploadChunk", "NoSuchAction"));
            case "another method" -> chunk.method("POST");
            case "a malformed Content-Range" -> MessageSteps.with(chunk, "Content-Range: banana");
            default -> throw new IllegalArgumentException("no defect called " + defect);
        };
        onOne(List.of(
                coding == null ? refused : MessageSteps.coded(refused, "in one piece"),
                Call.getSession(upload.sessionId())));
    }

    @When(
            "^the client uploads bytes (\\d+-\\d+) in chunked coding, ([^,]+), and asks for the session on the same connection$")
    public void codedThenQuery(String text, String form) {
        Upload upload = conversation.current();
        ByteRange range = ByteRange.parse(text);
        onOne(List.of(MessageSteps.coded(upload.chunk(range), form), Call.getSession(upload.sessionId())));
        List<Attempt> attempts = conversation.attempts();
        uploaded(range, attempts.get(attempts.size() - 2));
    }

    @Then("the chunk is accepted, and the query has its own answer or the connection was closed")
    public void acceptedAndOwnAnswer() {
        List<Attempt> attempts = conversation.attempts();
        Attempt query = attempts.get(attempts.size() - 1);
        expect.accepted(attempts.get(attempts.size() - 2));
        if (kept(query)) {
            describes(query, query.upload().missing());
        }
    }

    @Then("the chunk is refused, and the query has its own answer or the connection was closed")
    public void refusedAndOwnAnswer() {
        List<Attempt> attempts = conversation.attempts();
        Attempt query = attempts.get(attempts.size() - 1);
        expect.refused(attempts.get(attempts.size() - 2));
        if (kept(query)) {
            describes(query, RangeSet.of(new ByteRange(50, 99)));
        }
    }

    @Then("the second answer is that to GET, or the connection was closed")
    public void secondIsItsOwn() {
        List<Attempt> attempts = conversation.attempts();
        Attempt query = attempts.get(attempts.size() - 1);
        expect.check(
                attempts.get(attempts.size() - 2).status() > 0,
                "an answer to HEAD without a body",
                attempts.get(attempts.size() - 2).observed());
        if (kept(query)) {
            describes(query, RangeSet.of(new ByteRange(50, 99)));
        }
    }

    @Given("^bytes (\\d+-\\d+) have been uploaded on a connection that is kept$")
    public void uploadedKept(String text) {
        Upload upload = conversation.current();
        ByteRange range = ByteRange.parse(text);
        Attempt chunk = attempt(upload.chunk(range));
        expect.established(chunk);
        uploaded(range, chunk);
        Attempt query = attempt(Call.getSession(upload.sessionId()));
        seenOnIt = kept(query)
                ? Optional.of(SessionReading.of(upload.sessionId(), query.exchange(), Optional.empty()))
                : Optional.empty();
    }

    /** What is not so on the first connection either is no matter of connections. */
    @Then("another connection sees the same session, which takes bytes {long}-{long} from it")
    public void sameFromAnother(long first, long last) {
        Upload upload = conversation.current();
        ByteRange rest = new ByteRange(first, last);
        Optional<RangeSet> known = seenOnIt.flatMap(SessionReading::session).map(s -> s.missing());
        if (known.equals(Optional.of(upload.missing()))) {
            SessionReading there = conversation.session(upload);
            expect.check(
                    there.session().map(s -> s.missing()).equals(known),
                    "the session that the first connection sees, expecting " + known.get(),
                    there.toString());
        }
        Attempt chunk = conversation.upload(upload, rest);
        expect.acceptedAsExpected(chunk);
        expect.missing(upload, RangeSet.EMPTY);
    }

    @When("the client uploads bytes {long}-{long} and {long}-{long} over two connections, a piece of each in turn")
    public void interleaved(long first, long last, long otherFirst, long otherLast) {
        Upload upload = conversation.current();
        List<ByteRange> ranges = List.of(new ByteRange(first, last), new ByteRange(otherFirst, otherLast));
        try (Talk one = conversation.talk();
                Talk other = conversation.talk()) {
            one.settled().join();
            other.settled().join();
            List<Talk.Waiting> waiting =
                    List.of(one.hold(upload.chunk(ranges.get(0))), other.hold(upload.chunk(ranges.get(1))));
            for (int quarter = 1; quarter <= 4; quarter++) {
                for (int i = 0; i < 2; i++) {
                    waiting.get(i).body().release(ranges.get(i).length() * quarter / 4);
                }
            }
            one.closeAfter(waiting.get(0).done());
            other.closeAfter(waiting.get(1).done());
            for (int i = 0; i < 2; i++) {
                uploaded(
                        ranges.get(i),
                        conversation.noteOrSendAgain(
                                upload,
                                upload.chunk(ranges.get(i)),
                                waiting.get(i).done().join()));
            }
        }
    }

    private void waiting(String text, Call call, String expectation) {
        Call expecting = call.header("Expect", expectation);
        Talk.Waiting waiting = theTalk().hold(expecting);
        boolean invited = waiting.body().invited().join();
        if (invited) {
            waiting.body().release();
        }
        Attempt attempt = conversation.note(
                conversation.current(), expecting, waiting.done().join());
        expect.check(
                invited || !attempt.accepted(),
                "100 before the body, or a refusal",
                attempt.observed() + " to a chunk whose body was not sent");
        uploaded(ByteRange.parse(text), attempt);
    }

    private void onOne(List<Call> calls) {
        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        calls.forEach(call -> sent.add(theTalk().send(call)));
        for (int i = 0; i < calls.size(); i++) {
            conversation.note(conversation.current(), calls.get(i), sent.get(i).join());
        }
    }

    private Attempt attempt(Call call) {
        return conversation.note(conversation.current(), call, theTalk().ask(call));
    }

    private void uploaded(ByteRange range, Attempt attempt) {
        if (attempt.accepted()) {
            attempt.upload().accepted(range);
        }
    }

    /** Closed before it came to this request, which a server may do at any time. */
    private static boolean kept(Attempt attempt) {
        return switch (attempt.exchange().ending()) {
            case CLOSED, RESET -> attempt.exchange().answer().isPresent();
            default -> true;
        };
    }

    private void describes(Attempt query, RangeSet missing) {
        expect.answeredForGood(query);
        SessionReading reading = SessionReading.of(query.upload().sessionId(), query.exchange(), Optional.empty());
        expect.check(
                reading.session().map(s -> s.missing()).equals(Optional.of(missing)),
                "the answer to the query, a session that still expects " + missing,
                reading.toString());
    }

    private Talk theTalk() {
        Talk open = talk.orElseGet(conversation::talk);
        talk = Optional.of(open);
        return open;
    }
}

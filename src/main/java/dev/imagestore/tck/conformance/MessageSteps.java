package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Answers;
import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Requests with something about their header section or their framing that is to be judged. */
public final class MessageSteps {

    private final Conversation conversation;
    private final Expectations expect;

    public MessageSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client uploads bytes {ranges} with the header {raw}")
    public void uploadWithHeader(Ranges ranges, String header) {
        chunk(ranges, call -> with(call, header));
    }

    @When("the client uploads bytes {ranges} without a Content-Type")
    public void uploadWithoutType(Ranges ranges) {
        chunk(ranges, call -> call.headers(without(call.headers(), "Content-Type")));
    }

    @When("^the client sends a (commit|query|delete) with the header \"(.*)\"$")
    public void sendWithHeader(String operation, String header) {
        Upload upload = conversation.current();
        Call call = switch (operation) {
            case "commit" -> Call.commit(upload.sessionId());
            case "query" -> Call.getSession(upload.sessionId());
            default -> Call.deleteSession(upload.sessionId());
        };
        conversation.sendClaimed(upload, with(call, header));
    }

    @When("^the client uploads bytes (\\d+-\\d+) with header names in (lower|upper|mixed) case$")
    public void uploadWithNames(String range, String writing) {
        chunk(new Vocabulary().ranges(range), call -> {
            Call framed =
                    call.header("Content-Length", Long.toString(call.body().length()));
            return framed.headers(renamed(framed.headers(), writing));
        });
    }

    @When("^the client uploads bytes (\\d+-\\d+) in chunked coding, ([^,]+)$")
    public void uploadCoded(String range, String form) {
        chunk(new Vocabulary().ranges(range), call -> coded(call, form));
    }

    @When("^the client uploads bytes (\\d+-\\d+) in chunked coding, ([^,]+), with header names in upper case$")
    public void uploadCodedInCapitals(String range, String form) {
        chunk(new Vocabulary().ranges(range), call -> {
            Call coded = coded(call, form);
            return coded.headers(renamed(coded.headers(), "upper"));
        });
    }

    @Then("the chunk is accepted, or the answer is {answer}")
    public void acceptedOr(Answers answers) {
        Attempt attempt = conversation.lastAttempt();
        if (attempt.refused()) {
            expect.answered(attempt, answers.stated());
        } else {
            expect.accepted(attempt);
        }
    }

    @Then("the chunk is not accepted")
    public void notAccepted() {
        Attempt attempt = conversation.lastAttempt();
        expect.check(
                Expectations.answered(attempt, Expectation.Answer.NOT_ACCEPTED),
                Optional.empty(),
                !attempt.accepted(),
                "no success for a body that cannot be read",
                attempt.observed());
    }

    static Call coded(Call call, String form) {
        String name = form.equals(Coded.IN_CAPITALS) ? "CHUNKED" : "chunked";
        return call.header("Transfer-Encoding", name).body(RequestBody.of(Coded.as(form, octets(call))));
    }

    private void chunk(Ranges ranges, UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        for (ByteRange range : ranges.list()) {
            Attempt attempt = conversation.probe(upload, change.apply(upload.chunk(range)));
            if (attempt.accepted()) {
                upload.accepted(range);
            }
        }
    }

    static byte[] octets(Call call) {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(call.body().length()));
        if (call.body() instanceof RequestBody.Content body) {
            body.source().read(0, content);
        }
        return content.array();
    }

    /** With that line instead of any other of its name. */
    static Call with(Call call, String line) {
        String[] parts = line.split(":\\s*", 2);
        return call.headers(without(call.headers(), parts[0])).header(parts[0], parts[1]);
    }

    private static List<Header> without(List<Header> headers, String name) {
        return headers.stream().filter(h -> !h.isNamed(name)).toList();
    }

    private static List<Header> renamed(List<Header> headers, String writing) {
        return headers.stream()
                .map(h -> new Header(written(h.name(), writing), h.value()))
                .toList();
    }

    private static String written(String name, String writing) {
        return switch (writing) {
            case "lower" -> name.toLowerCase(Locale.ROOT);
            case "upper" -> name.toUpperCase(Locale.ROOT);
            default -> mixed(name);
        };
    }

    private static String mixed(String name) {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            String letter = name.substring(i, i + 1);
            mixed.append(i % 2 == 0 ? letter.toLowerCase(Locale.ROOT) : letter.toUpperCase(Locale.ROOT));
        }
        return mixed.toString();
    }
}

package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.wire.Endpoint;

/** An exchange's end in a few words, for people. */
public final class Description {

    private static final int EXCERPT = 80;

    private Description() {}

    /** Such as {@code 400 E_INVALIDARG}, or {@code no answer (timed out)}. */
    public static String of(Exchange exchange) {
        if (exchange.answer().isEmpty()) {
            return "no answer (" + ending(exchange) + ")";
        }
        Answer answer = exchange.answer().get();
        String words = answer.status() + detail(answer);
        return exchange.answered() ? words : words + ", not whole (" + ending(exchange) + ")";
    }

    /** Why that server is taken for one that cannot be reached, and what to look at. */
    public static String unreachable(Endpoint endpoint, Exchange exchange) {
        String why =
                exchange.ending() == Ending.REFUSED ? exchange.problem().orElse("connection refused") : of(exchange);
        String hint = why.startsWith("TLS: ")
                ? "do --cacert, --cert and --key fit it?"
                : "is it running, and is this its address?";
        return "target unreachable: %s: %s; %s".formatted(endpoint.url(), why, hint);
    }

    private static String detail(Answer answer) {
        String text = answer.text();
        if (text.isEmpty()) {
            return "";
        }
        return FabricError.parse(text)
                .flatMap(FabricError::code)
                .map(code -> " " + excerpt(code))
                .orElseGet(() -> " \"" + excerpt(text) + "\"");
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "...";
    }

    private static String ending(Exchange exchange) {
        return switch (exchange.ending()) {
            case COMPLETE -> "complete";
            case CUT -> "cut by the client";
            case ABANDONED -> "given up by the client";
            case TIMED_OUT -> "timed out";
            case CLOSED -> "connection closed";
            case RESET -> "connection reset";
            case REFUSED -> "connection refused";
            case OVERSIZE -> "body without end";
            case INVALID -> "not HTTP";
        };
    }
}

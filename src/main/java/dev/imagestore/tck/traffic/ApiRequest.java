package dev.imagestore.tck.traffic;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.Fate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request line as the API reads it.
 *
 * @param content the path below the store as it is on the wire, without slashes around it; empty for the root
 * @param verb what follows {@code /$/}, such as {@code UploadChunk}; empty when nothing does
 * @param query without its question mark
 * @param known whether it is addressed to the image store at all
 */
public record ApiRequest(String method, String content, String verb, String query, boolean known) {

    private static final String ROOT = "/ImageStore";
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("\\s*bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18})\\s*");

    /** A path of the base URL before {@code /ImageStore} is left out. */
    public static ApiRequest of(String method, String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        int root = root(path);
        if (root < 0) {
            return new ApiRequest(method, path, "", query, false);
        }
        String rest = path.substring(root + ROOT.length());
        int dollar = rest.indexOf("/$/");
        String content = dollar < 0 ? rest : rest.substring(0, dollar);
        String verb = dollar < 0 ? "" : rest.substring(dollar + 3);
        return new ApiRequest(method, content.startsWith("/") ? content.substring(1) : content, verb, query, true);
    }

    private static int root(String path) {
        int at = path.indexOf(ROOT);
        while (at >= 0) {
            int after = at + ROOT.length();
            if (after == path.length() || path.charAt(after) == '/') {
                return at;
            }
            at = path.indexOf(ROOT, after);
        }
        return -1;
    }

    /** Path and query, to follow the base path. */
    public String target() {
        String path = known
                ? ROOT + (content.isEmpty() ? "" : "/" + content) + (verb.isEmpty() ? "" : "/$/" + verb)
                : content;
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The session id by value: canonical when it is a GUID of any form, else as it was sent; empty when there is none. */
    public Optional<String> session() {
        return SessionIds.in(query).map(id -> SessionIds.canonical(decode(id)));
    }

    /** The path as files have it: decoded, with {@code /} between segments. */
    public String path() {
        return normal(decode(content));
    }

    /** {@code \} separates segments too. */
    public static String normal(String path) {
        String slashed = path.replace('\\', '/');
        int first = 0;
        int end = slashed.length();
        while (first < end && slashed.charAt(first) == '/') {
            first++;
        }
        while (end > first && slashed.charAt(end - 1) == '/') {
            end--;
        }
        return slashed.substring(first, end);
    }

    /** What it asks of the store; {@code source} names its body. */
    public Action action(SentRequest request, long source) {
        if (!known) {
            return new Action.Other();
        }
        long octets = request.standIn() || request.framing() == Framing.RAW ? -1 : source;
        return switch (method + " " + verb) {
            case "PUT UploadChunk" -> chunk(request, octets);
            case "PUT " ->
                content.isEmpty()
                        ? new Action.Other()
                        : new Action.PutFile(path(), request.body().length(), octets);
            case "POST CommitUploadSession" ->
                session().<Action>map(Action.Commit::new).orElse(new Action.Other());
            case "DELETE DeleteUploadSession" ->
                session().<Action>map(Action.DropSession::new).orElse(new Action.Other());
            case "GET GetUploadSession" ->
                content.isEmpty()
                        ? session().<Action>map(Action.QuerySession::new).orElse(new Action.Other())
                        : new Action.QueryPath(path());
            case "DELETE " -> content.isEmpty() ? new Action.Other() : new Action.DeleteContent(path());
            default -> new Action.Other();
        };
    }

    private Action chunk(SentRequest request, long source) {
        Matcher range = CONTENT_RANGE.matcher(request.header("Content-Range"));
        Optional<String> session = session();
        if (session.isEmpty()) {
            return new Action.Other();
        }
        if (!range.matches()) {
            return new Action.OddChunk(session.get(), path());
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        long total = Long.parseLong(range.group(3));
        return first > last || last >= total
                ? new Action.OddChunk(session.get(), path())
                : new Action.Chunk(
                        session.get(),
                        path(),
                        first,
                        last,
                        total,
                        request.body().length(),
                        source);
    }

    /** What became of it, as far as the client can tell. */
    public static Fate fate(Exchange exchange) {
        if (!exchange.request().whole() && exchange.ending() != Ending.REFUSED) {
            return Fate.CUT; // whatever it was answered
        }
        int status = exchange.status().orElse(0);
        if (exchange.answered() && status >= 200 && status < 300) {
            return Fate.ACCEPTED;
        }
        if (exchange.ending() == Ending.REFUSED || (exchange.answered() && status < 500)) {
            return Fate.REFUSED;
        }
        return Fate.UNKNOWN;
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() && text.charAt(i) == '%' ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                octets.write(high * 16 + low);
                i += 2;
            } else {
                octets.write(text.charAt(i));
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}

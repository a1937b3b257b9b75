package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.wire.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A call of an operation, well-formed until a case makes it otherwise.
 *
 * @param path the path below {@code /ImageStore}, already encoded, with a leading slash
 * @param query parameters in order, values as they go on the wire
 * @param cutAfter number of octets of the body after which the connection is to be lost
 * @param rawTarget what stands on the request line instead of path and query
 */
public record Call(
        Operation operation,
        String method,
        String path,
        List<Parameter> query,
        List<Header> headers,
        RequestBody body,
        OptionalLong cutAfter,
        Optional<String> rawTarget) {

    public Call {
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** A query parameter. */
    public record Parameter(String name, String value) {}

    /** A chunk whose body is yet to be given. */
    public static Call chunk(String contentPath, String sessionId) {
        return of(Operation.UPLOAD_CHUNK, "PUT", "/" + UriPath.encode(contentPath) + "/$/UploadChunk")
                .with("session-id", sessionId)
                .header("Content-Type", "application/octet-stream");
    }

    public static Call commit(String sessionId) {
        return of(Operation.COMMIT, "POST", "/$/CommitUploadSession")
                .with("session-id", sessionId)
                .header("Content-Length", "0");
    }

    public static Call deleteSession(String sessionId) {
        return of(Operation.DELETE_SESSION, "DELETE", "/$/DeleteUploadSession").with("session-id", sessionId);
    }

    public static Call getSession(String sessionId) {
        return of(Operation.GET_SESSION, "GET", "/$/GetUploadSession").with("session-id", sessionId);
    }

    /** All sessions whose file has this path. */
    public static Call getSessions(String contentPath) {
        return of(Operation.GET_SESSION_BY_PATH, "GET", "/" + UriPath.encode(contentPath) + "/$/GetUploadSession");
    }

    /** A plain upload whose body is yet to be given. */
    public static Call uploadFile(String contentPath) {
        return of(Operation.UPLOAD_FILE, "PUT", "/" + UriPath.encode(contentPath))
                .header("Content-Type", "application/octet-stream");
    }

    public static Call deleteContent(String contentPath) {
        return of(Operation.DELETE, "DELETE", "/" + UriPath.encode(contentPath));
    }

    /** What is stored there, one level deep. */
    public static Call list(String contentPath) {
        return of(Operation.LIST, "GET", "/" + UriPath.encode(contentPath));
    }

    public static Call listRoot() {
        return of(Operation.LIST_ROOT, "GET", "");
    }

    /** A copy as the JSON describes it. */
    public static Call copy(String description) {
        return of(Operation.COPY, "POST", "/$/Copy")
                .header("Content-Type", "application/json")
                .body(RequestBody.of(description.getBytes(StandardCharsets.UTF_8)));
    }

    public static Call folderSize(String contentPath) {
        return of(Operation.FOLDER_SIZE, "GET", "/" + UriPath.encode(contentPath) + "/$/FolderSize");
    }

    public static Call rootFolderSize() {
        return of(Operation.FOLDER_SIZE, "GET", "/$/FolderSize");
    }

    public static Call info() {
        return of(Operation.INFO, "GET", "/$/Info");
    }

    private static Call of(Operation operation, String method, String path) {
        return new Call(
                        operation,
                        method,
                        path,
                        List.of(),
                        List.of(),
                        RequestBody.none(),
                        OptionalLong.empty(),
                        Optional.empty())
                .with("api-version", operation.version().toString());
    }

    /** With that parameter set to that value, in its place if it was there. */
    public Call with(String name, String value) {
        List<Parameter> changed = new ArrayList<>(query);
        Parameter parameter = new Parameter(name, value);
        changed.replaceAll(p -> p.name().equals(name) ? parameter : p);
        if (!changed.contains(parameter)) {
            changed.add(parameter);
        }
        return new Call(operation, method, path, changed, headers, body, cutAfter, rawTarget);
    }

    public Call without(String name) {
        List<Parameter> left =
                query.stream().filter(p -> !p.name().equals(name)).toList();
        return new Call(operation, method, path, left, headers, body, cutAfter, rawTarget);
    }

    /** With a further header line. */
    public Call header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Call(operation, method, path, query, more, body, cutAfter, rawTarget);
    }

    /** Without any header line of that name. */
    public Call withoutHeader(String name) {
        List<Header> left = headers.stream().filter(h -> !h.isNamed(name)).toList();
        return new Call(operation, method, path, query, left, body, cutAfter, rawTarget);
    }

    public Call range(ByteRange range, long length) {
        return header("Content-Range", "bytes " + range + "/" + length);
    }

    public Call body(RequestBody other) {
        return new Call(operation, method, path, query, headers, other, cutAfter, rawTarget);
    }

    /** At that path below {@code /ImageStore}, as it stands. */
    public Call at(String encodedPath) {
        return new Call(operation, method, encodedPath, query, headers, body, cutAfter, rawTarget);
    }

    /** As a call of another operation. */
    public Call as(Operation other) {
        return new Call(other, method, path, query, headers, body, cutAfter, rawTarget);
    }

    /** By another method. */
    public Call method(String other) {
        return new Call(operation, other, path, query, headers, body, cutAfter, rawTarget);
    }

    /** With these header lines and no others. */
    public Call headers(List<Header> others) {
        return new Call(operation, method, path, query, others, body, cutAfter, rawTarget);
    }

    /** To that target as it stands: below the base path of the endpoint, or in absolute form. */
    public Call to(String target) {
        return new Call(operation, method, path, query, headers, body, cutAfter, Optional.of(target));
    }

    public Call cutAfter(long octets) {
        return new Call(operation, method, path, query, headers, body, OptionalLong.of(octets), rawTarget);
    }

    /** Path and query as they follow the base path on the request line. */
    public String target() {
        if (rawTarget.isPresent()) {
            return rawTarget.get();
        }
        String parameters = query.stream().map(p -> p.name() + "=" + p.value()).collect(Collectors.joining("&"));
        return "/ImageStore" + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}

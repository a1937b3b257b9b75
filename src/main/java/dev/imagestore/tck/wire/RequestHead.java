package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The head of a request as octets, written by hand because every encoder would tidy it. */
record RequestHead(String method, String target, List<Header> headers, long declaredLength) {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    RequestHead {
        headers = List.copyOf(headers);
    }

    static RequestHead of(WireRequest request, Endpoint endpoint) {
        List<Header> headers = new ArrayList<>(request.headers());
        if (!names(headers, "Host")) {
            headers.add(0, new Header("Host", endpoint.hostHeader()));
        }
        long length = request.body() instanceof RequestBody.Content content ? content.length() : -1;
        // Two framings at once only if the caller asks for both.
        boolean framed = names(headers, "Content-Length") || names(headers, "Transfer-Encoding");
        if (length >= 0 && !framed) {
            headers.add(new Header("Content-Length", Long.toString(length)));
        }
        return new RequestHead(request.method(), request.target(), headers, declared(headers, length));
    }

    private static boolean names(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.isNamed(name)) {
                return true;
            }
        }
        return false;
    }

    private static long declared(List<Header> headers, long length) {
        for (Header header : headers) {
            if (header.isNamed("Content-Length")
                    && LENGTH.matcher(header.value()).matches()) {
                return Long.parseLong(header.value());
            }
        }
        return length;
    }

    byte[] octets() {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        for (Header header : headers) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        head.append("\r\n");
        if (!isOneOctetEach(head)) {
            throw new IllegalArgumentException(
                    "the head of " + method + " " + target + ": expected characters that are one octet (ISO-8859-1)");
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isOneOctetEach(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}

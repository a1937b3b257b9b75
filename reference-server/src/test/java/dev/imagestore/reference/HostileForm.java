package dev.imagestore.reference;

import java.util.List;

/**
 * A request that no sound client sends.
 *
 * @param name what is wrong with it
 * @param octets what is sent, a character an octet
 * @param statuses how it is answered, in every profile; more than one if it is taken for several requests
 */
record HostileForm(String name, String octets, List<Integer> statuses) {

    private static final String GET = "GET /_health HTTP/1.1\r\n";
    private static final String HOST = "Host: h\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String ABC = "3\r\nabc\r\n0\r\n\r\n";

    static List<HostileForm> all() {
        return List.of(
                // the request line
                of("a word", "hello\r\n\r\n", 400),
                of("HTTP/0.9", "GET /_health\r\n\r\n", 400),
                of("HTTP/2.0", "GET /_health HTTP/2.0\r\nHost: h\r\n\r\n", 505),
                of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
                of("a version of two digits", "GET /_health HTTP/1.10\r\nHost: h\r\n\r\n", 400),
                of("a version of one part", "GET /_health HTTP/1\r\nHost: h\r\n\r\n", 400),
                of("a method that is no token", "G(T /_health HTTP/1.1\r\nHost: h\r\n\r\n", 400),
                of("a method of 9000 letters", "G".repeat(9000) + " / HTTP/1.1\r\nHost: h\r\n\r\n", 414),
                of("a target of 9000 letters", get("/" + "x".repeat(9_000), ""), 414),
                of("a target without a slash", get("_health", ""), 400),
                of("a target with a space", get("/ImageStore/a b", ""), 400),
                of("a target with a control character", get("/ImageStore/\u0001?api-version=6.0", ""), 400),
                of("a target with raw octets", get("/ImageStore/\u00ff\u00fe?api-version=6.0", ""), 400),
                of("100000 empty lines", "\r\n".repeat(100_000), 414),
                of("NULs before the request", "\0\0\0" + GET + HOST + "\r\n", 400),
                of(
                        "the hello of TLS",
                        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + "a".repeat(300),
                        400),
                // paths
                of("an escape of no digits", get("/ImageStore/%zz?api-version=6.0", ""), 400),
                of("an escape that is cut", get("/ImageStore/a%?api-version=6.0", ""), 400),
                of("over-long UTF-8", get("/ImageStore/%c0%ae%c0%ae?api-version=6.0", ""), 400),
                of("a surrogate in UTF-8", get("/ImageStore/%ed%a0%80?api-version=6.0", ""), 400),
                of("an escaped NUL", get("/ImageStore/a%00b?api-version=6.0", ""), 400),
                // the header section
                of("no Host", GET + "\r\n", 400),
                of("two Hosts", GET + HOST + HOST + "\r\n", 400),
                of("a Host with a space", GET + "Host: a b\r\n\r\n", 400),
                of("a line without a colon", GET + HOST + "no colon\r\n\r\n", 400),
                of("a space before the colon", GET + HOST + "Name : x\r\n\r\n", 400),
                of("a field without a name", GET + HOST + ": x\r\n\r\n", 400),
                of("a NUL in a field", GET + HOST + "X: a\0b\r\n\r\n", 400),
                of("a bare CR in a field", GET + HOST + "X: a\rb\r\n\r\n", 400),
                of("a bare LF behind a field", GET + HOST + "X: a\n\r\n", 400),
                of("a bare LF everywhere", "GET /_health HTTP/1.1\nHost: h\n\n", 400),
                of("a first field that is folded", GET + " X: a\r\n" + HOST + "\r\n", 400),
                of("a folded field, joined by a space", GET + HOST + "X: a\r\n b\r\n\r\n", 200),
                of("a field of 20000 octets", GET + HOST + "X: " + "x".repeat(20_000) + "\r\n\r\n", 431),
                of("5000 fields", GET + HOST + "X: y\r\n".repeat(5000) + "\r\n", 431),
                of("wonders expected", upload("Expect: wonders\r\nContent-Length: 3\r\n") + "abc", 417),
                // two ways to find the end of a body
                of("length and chunks", upload("Content-Length: 3\r\n" + CHUNKED) + ABC, 400),
                of("chunks in HTTP/1.0", upload(CHUNKED).replace("/1.1", "/1.0") + ABC, 400),
                of("chunked twice", upload("Transfer-Encoding: chunked, chunked\r\n") + ABC, 400),
                of("chunked in two fields", upload(CHUNKED + CHUNKED) + ABC, 400),
                of("another coding", upload("Transfer-Encoding: xchunked\r\n") + ABC, 400),
                of("another coding before", upload("Transfer-Encoding: gzip, chunked\r\n") + ABC, 501),
                of("a coding that is folded", upload("Transfer-Encoding:\r\n chunked\r\n") + ABC, 400),
                of("a coding behind a vertical tab", upload("Transfer-Encoding: \u000bchunked\r\n") + ABC, 400),
                of("a coding before the colon", upload("Transfer-Encoding : chunked\r\n") + ABC, 400),
                of("two lengths", upload("Content-Length: 3\r\nContent-Length: 4\r\n") + "abc", 400),
                of("one length twice", upload("Content-Length: 3\r\nContent-Length: 3\r\n") + "abc", 400),
                of("a list of lengths", upload("Content-Length: 3, 3\r\n") + "abc", 400),
                of("a length of letters", upload("Content-Length: abc\r\n"), 400),
                of("a negative length", upload("Content-Length: -1\r\n"), 400),
                of("a signed length", upload("Content-Length: +3\r\n") + "abc", 400),
                of("a hexadecimal length", upload("Content-Length: 0x3\r\n") + "abc", 400),
                of("a length with a space", upload("Content-Length: 3 4\r\n") + "abc", 400),
                of("an empty length", upload("Content-Length: \r\n") + "abc", 400),
                of("a length that is folded", upload("Content-Length:\r\n 3\r\n") + "abc", 400),
                of("a length of 20 digits", upload("Content-Length: 99999999999999999999\r\n"), 400),
                of("a length of 2^63-1", upload("Content-Length: 9223372036854775807\r\n"), 413),
                // the sizes of chunks
                of("a chunk size of letters", upload(CHUNKED) + "zz\r\nabc\r\n0\r\n\r\n", 400),
                of("a chunk size with 0x", upload(CHUNKED) + "0x3\r\nabc\r\n0\r\n\r\n", 400),
                of("a signed chunk size", upload(CHUNKED) + "+3\r\nabc\r\n0\r\n\r\n", 400),
                of("a negative chunk size", upload(CHUNKED) + "-1\r\nabc\r\n0\r\n\r\n", 400),
                of("an empty chunk size", upload(CHUNKED) + "\r\nabc\r\n0\r\n\r\n", 400),
                of("a space behind a chunk size", upload(CHUNKED) + "3 \r\nabc\r\n0\r\n\r\n", 400),
                of("a chunk size of 2^64-1", upload(CHUNKED) + "ffffffffffffffff\r\nabc\r\n0\r\n\r\n", 400),
                of("a chunk size of 2^32+3", upload(CHUNKED) + "100000003\r\nabc\r\n0\r\n\r\n", 400),
                of("a bare LF behind a chunk size", upload(CHUNKED) + "3\nabc\r\n0\r\n\r\n", 400),
                of("a bare LF in an extension", upload(CHUNKED) + "3;a\nabc\r\n0\r\n\r\n", 400),
                of("an extension of 30000 octets", upload(CHUNKED) + "3;" + "a".repeat(30_000) + "\r\nabc\r\n", 400),
                of("a chunk longer than its size", upload(CHUNKED) + "3\r\nabcdef\r\n0\r\n\r\n", 400),
                of("a chunk without its end", upload(CHUNKED) + "3\r\nabc0\r\n\r\n", 400),
                of("a trailer without a colon", upload(CHUNKED) + "3\r\nabc\r\n0\r\nno colon\r\n\r\n", 400),
                of(
                        "a trailer of 20000 octets",
                        upload(CHUNKED) + "3\r\nabc\r\n0\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                        400),
                // behind a sound request
                new HostileForm(
                        "garbage behind a request", GET + HOST + "\r\n\u0016garbage\r\n\r\n", List.of(200, 400)),
                new HostileForm(
                        "a request in the trailer's place",
                        GET + HOST + CHUNKED + "\r\n" + ABC + "0\r\n\r\n",
                        List.of(200, 400)));
    }

    private static HostileForm of(String name, String octets, int status) {
        return new HostileForm(name, octets, List.of(status));
    }

    private static String get(String target, String fields) {
        return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
    }

    static String upload(String fields) {
        return "PUT /ImageStore/hostile?api-version=6.0 HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
    }
}

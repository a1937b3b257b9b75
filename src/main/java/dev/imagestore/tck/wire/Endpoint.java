package dev.imagestore.tck.wire;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server is.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param basePath empty, or a path that starts with a slash and does not end in one
 */
public record Endpoint(String scheme, String host, int port, String basePath) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String EXPECTED = ": expected http://HOST[:PORT][/BASE/PATH], or https";

    public Endpoint {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("scheme '" + scheme + "' is not supported" + EXPECTED);
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException("no host" + EXPECTED);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ": expected 1 to 65535");
        }
        if (!basePath.isEmpty() && (!basePath.startsWith("/") || basePath.endsWith("/"))) {
            throw new IllegalArgumentException(
                    "base path '" + basePath + "': expected a slash before and none after, or nothing");
        }
    }

    /** Reads {@code http://HOST[:PORT][/BASE/PATH]}, or https; anything else is an {@link IllegalArgumentException}. */
    public static Endpoint parse(String url) {
        Matcher matcher = Form.URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("URL '" + url + "' " + Form.fault(url) + EXPECTED);
        }
        String scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
        String address = matcher.group("address");
        String port = matcher.group("port");
        try {
            return new Endpoint(
                    scheme,
                    address != null ? address : matcher.group("name"),
                    port == null ? defaultPort(scheme) : Integer.parseInt(port),
                    matcher.group("path").replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("URL '" + url + "': " + e.getMessage(), e);
        }
    }

    /** The value of {@code Host}: the port is left out when it is the default one. */
    public String hostHeader() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == defaultPort(scheme) ? name : name + ":" + port;
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    public String url() {
        return scheme + "://" + hostHeader() + basePath;
    }

    private static final class Form {
        static final Pattern URL = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://"
                + "(?:\\[(?<address>[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%A-Za-z]*)]|(?<name>[A-Za-z0-9._-]+))"
                + "(?::(?<port>\\d{1,5}))?"
                + "(?<path>(?:/[^\\s?#]*)?)");

        private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

        static String fault(String url) {
            if (!SCHEME.matcher(url).matches()) {
                return "has no scheme";
            }
            if (url.contains("?")) {
                return "has a query";
            }
            if (url.contains("#")) {
                return "has a fragment";
            }
            if (url.contains("@")) {
                return "has credentials";
            }
            return "has no well-formed host and port";
        }
    }
}

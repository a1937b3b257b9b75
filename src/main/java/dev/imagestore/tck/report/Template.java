package dev.imagestore.tck.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A page of one file: every value is escaped, style and script are inside, and a policy in the page forbids all others, so
 * that whatever a target answered is text.
 */
final class Template {

    private static final PebbleEngine ENGINE = engine();

    private Template() {}

    /** Fills {@code NAME.html.peb}. */
    static String page(String name, Map<String, Object> values) {
        String script = resource("page.js");
        Map<String, Object> all = new HashMap<>(values);
        all.put("style", resource("page.css"));
        all.put("script", script);
        all.put("scriptHash", sha256(script));
        StringWriter page = new StringWriter();
        try {
            ENGINE.getTemplate(name + ".html.peb").evaluate(page, all, Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Template.class.getClassLoader());
        loader.setPrefix(Template.class.getPackageName().replace('.', '/'));
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .newLineTrimming(false)
                .build();
    }

    private static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

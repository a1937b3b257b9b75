package dev.imagestore.tck.cli;

import dev.imagestore.tck.Nearest;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.exchange.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What options are given, turned into what they mean; what cannot be meant is a {@link UsageException}. */
final class Values {

    private Values() {}

    static <T> T of(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }

    static UsageException unknown(String option, String given, List<String> valid) {
        return new UsageException(
                "%s: there is no \"%s\"; the nearest are %s".formatted(option, given, Nearest.to(given, valid)));
    }

    /** Several headers, given one by one or in a comma-separated list. */
    static List<Header> headers(List<String> texts) {
        return texts.stream().flatMap(Values::lines).map(Values::header).toList();
    }

    /** The headers of a file, one a line, if the text is {@code @FILE}; else those of a comma-separated list. */
    private static Stream<String> lines(String text) {
        if (!text.startsWith("@")) {
            return Arrays.stream(text.split(",(?=[A-Za-z0-9-]+:|@)"))
                    .flatMap(one -> one.startsWith("@") ? lines(one) : Stream.of(one));
        }
        String file = text.substring(1);
        try {
            return Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isBlank());
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    "--header @%s: the file cannot be read; expected one NAME:VALUE a line".formatted(file));
        }
    }

    /** Does something that refuses what cannot be meant. */
    static void checked(Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Header header(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon).trim();
        if (name.isEmpty()) {
            throw new UsageException("--header: expected NAME:VALUE, with a colon between");
        }
        return new Header(name, text.substring(colon + 1).trim());
    }
}

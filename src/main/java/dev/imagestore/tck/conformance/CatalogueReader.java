package dev.imagestore.tck.conformance;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the features of the class path once, for the catalogue and for Cucumber alike. */
final class CatalogueReader {

    private static final String FEATURES = "classpath:features";
    private static final String UNCOVERED = "/features/untestable.md";
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]{2,4}-\\d{2}) \\| (.+?) \\|");

    Catalogue read() {
        List<Feature> features = features();
        List<Rule> rules = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Feature feature : features) {
            byte[] source = feature.getSource().getBytes(StandardCharsets.UTF_8);
            digest.update(source);
            rules.addAll(rules(feature, source));
        }
        return new Catalogue(features, rules, uncovered(), HexFormat.of().formatHex(digest.digest()));
    }

    private static List<Feature> features() {
        var options = new RuntimeOptionsBuilder()
                .addFeature(FeatureWithLines.parse(FEATURES))
                .build();
        return new FeaturePathFeatureSupplier(
                        CatalogueReader.class::getClassLoader, options, new FeatureParser(UUID::randomUUID))
                .get().stream()
                        .sorted(Comparator.comparing(f -> f.getUri().toString()))
                        .toList();
    }

    private static List<Rule> rules(Feature feature, byte[] source) {
        List<Envelope> envelopes = GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse(feature.getUri().toString(), source)
                .toList();
        GherkinDocument document = envelopes.stream()
                .flatMap(e -> e.getGherkinDocument().stream())
                .findFirst()
                .orElseThrow();
        List<Pickle> pickles =
                envelopes.stream().flatMap(e -> e.getPickle().stream()).toList();
        return new RuleReader(feature.getUri(), document, pickles).rules();
    }

    private static Map<String, String> uncovered() {
        try (InputStream page = CatalogueReader.class.getResourceAsStream(UNCOVERED)) {
            if (page == null) {
                throw new IllegalStateException("this build lacks " + UNCOVERED);
            }
            Map<String, String> reasons = new LinkedHashMap<>();
            Matcher row = ROW.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            while (row.find()) {
                reasons.put(row.group(1), row.group(2));
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

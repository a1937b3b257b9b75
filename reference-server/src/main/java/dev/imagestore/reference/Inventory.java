package dev.imagestore.reference;

import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.mutants.Mutant;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Lists what a server can be told to differ in, for people or as one JSON object. */
final class Inventory {

    private static final String ROW = "%-36s %-7s %s%n";

    private final List<Variant> variants;
    private final List<Mutant> mutants;

    Inventory(List<Variant> variants, List<Mutant> mutants) {
        this.variants = variants;
        this.mutants = mutants;
    }

    void print(PrintWriter out) {
        for (Variant each : variants) {
            out.printf(ROW, each.name(), each.requirement(), each.sentence());
        }
        for (Mutant each : mutants) {
            out.printf(ROW, each.name(), each.requirement(), each.sentence());
        }
        out.flush();
    }

    void printJson(PrintWriter out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("variants");
            variants.forEach(each -> write(json, each));
            json.writeEndArray();
            json.writeArrayPropertyStart("mutants");
            mutants.forEach(each -> write(json, each));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
        out.flush();
    }

    private static void write(JsonGenerator json, Variant variant) {
        start(json, variant.name(), variant.requirement(), variant.sentence());
        json.writeStringProperty("subject", variant.subject());
        json.writeArrayPropertyStart("told");
        variant.told().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** {@code origin} is {@code seen}, then with {@code page}, or {@code invented}. */
    private static void write(JsonGenerator json, Mutant mutant) {
        start(json, mutant.name(), mutant.requirement(), mutant.sentence());
        json.writeStringProperty("profile", mutant.profile());
        json.writeStringProperty("family", mutant.family().word());
        json.writeNumberProperty("subtlety", mutant.subtlety());
        json.writeStringProperty("origin", mutant.seen().isPresent() ? "seen" : "invented");
        mutant.seen().ifPresent(page -> json.writeStringProperty("page", page));
        texts(json, "collateral", mutant.collateral());
        texts(json, "reach", mutant.reach());
        json.writeBooleanProperty("sequenceOnly", mutant.sequenceOnly());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void start(JsonGenerator json, String name, String requirement, String sentence) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("requirement", requirement);
        json.writeStringProperty("sentence", sentence);
    }
}

package dev.imagestore.tck;

import dev.imagestore.tck.subject.BundledServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lawful difference that the bundled server can be told to have.
 *
 * @param subject of two variants with one subject only one can be
 * @param told the options that tell the suite of it
 */
record Variant(String name, String subject, List<String> told) {

    /** Those that the server says it has. */
    static List<Variant> all(Path folder) throws IOException, InterruptedException {
        Process listing = new ProcessBuilder(BundledServer.command(folder, List.of("--list-variants", "--json"), true))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String json = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (listing.waitFor() != 0) {
            throw new IOException("the server did not list its variants: " + json);
        }
        List<Variant> all = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(json).get("variants").values()) {
            List<String> told = each.get("told").values().stream()
                    .map(JsonNode::stringValue)
                    .toList();
            all.add(new Variant(
                    each.get("name").stringValue(), each.get("subject").stringValue(), told));
        }
        return all;
    }

    static String names(List<Variant> variants) {
        return variants.stream().map(Variant::name).collect(Collectors.joining(","));
    }
}

package dev.imagestore.tck.conformance;

import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One case as a feature of its own, with the values of its examples in place. */
public final class ScenarioText {

    private final Catalogue catalogue;
    private final Map<String, Case> cases;

    public ScenarioText(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.cases = catalogue.cases().stream().collect(Collectors.toMap(Case::id, Function.identity()));
    }

    /** The feature of that case, which must be one of the catalogue. */
    public String of(String caseId) {
        Case of = cases.get(caseId);
        if (of == null) {
            throw new IllegalArgumentException("the catalogue has no case " + caseId);
        }
        Feature feature = catalogue.features().stream()
                .filter(f -> f.getUri().equals(of.feature()))
                .findFirst()
                .orElseThrow();
        Pickle pickle = feature.getPickles().stream()
                .filter(p -> p.getLocation().getLine() == of.line())
                .findFirst()
                .orElseThrow();
        Rule rule = catalogue.rule(of.requirement()).orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add("Feature: " + feature.getName().orElse(""));
        lines.add("");
        lines.add("  Rule: " + rule.id() + " " + rule.text());
        lines.add("");
        lines.add("    Scenario: " + of.name());
        pickle.getSteps().forEach(step -> step(step, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void step(Step step, List<String> lines) {
        lines.add("      " + step.getKeyword().strip() + " " + step.getText());
        if (step.getArgument() instanceof DocStringArgument text) {
            lines.add("        \"\"\"");
            text.getContent().lines().forEach(line -> lines.add("        " + line));
            lines.add("        \"\"\"");
        }
        if (step.getArgument() instanceof DataTableArgument table) {
            table.cells().forEach(row -> lines.add("        | " + String.join(" | ", row) + " |"));
        }
    }
}

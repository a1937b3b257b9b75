package dev.imagestore.tck.cli;

import dev.imagestore.tck.Nearest;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.conformance.Rule;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Requirement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code list}: the requirements and their cases. Contacts nobody. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Lists requirements and cases; with an id, all that is known of it.")
public final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "requirements to show in full")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--json", description = "for machines")
    private boolean json;

    @Option(names = "--markdown", description = "as a page with an address for each requirement")
    private boolean markdown;

    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "documented",
            description = "whose levels to show: documented (default), service-fabric, strict-http")
    private String profileName = "";

    private Profile profile = Profile.DOCUMENTED;

    @Override
    public Integer call() {
        profile = Profile.named(profileName).orElseThrow(this::unknownProfile);
        Catalogue catalogue = Catalogue.load();
        List<Rule> rules = ids.isEmpty() ? catalogue.rules() : chosen(catalogue);
        PrintWriter out = spec.commandLine().getOut();
        if (markdown) {
            out.print(RequirementsPage.of(rules));
        } else if (json) {
            out.println(json(rules));
        } else if (ids.isEmpty()) {
            rules.forEach(rule -> line(rule, out));
            out.println("%d requirements, %d cases; %d more without a case, see features/untestable.md"
                    .formatted(
                            rules.size(),
                            catalogue.cases().size(),
                            catalogue.uncovered().size()));
        } else {
            rules.forEach(rule -> page(rule, out));
            ids.stream()
                    .filter(catalogue.uncovered()::containsKey)
                    .forEach(id -> out.println(
                            id + " has no case: " + catalogue.uncovered().get(id)));
        }
        out.flush();
        return 0;
    }

    private List<Rule> chosen(Catalogue catalogue) {
        List<Rule> chosen = new ArrayList<>();
        for (String id : ids) {
            if (!catalogue.uncovered().containsKey(id)) {
                chosen.add(catalogue.rule(id).orElseThrow(() -> unknown(id, catalogue)));
            }
        }
        return chosen;
    }

    private static UsageException unknown(String id, Catalogue catalogue) {
        List<String> valid = Stream.concat(
                        catalogue.rules().stream().map(Rule::id), catalogue.uncovered().keySet().stream())
                .toList();
        return new UsageException(
                "there is no requirement \"%s\"; the nearest are %s".formatted(id, Nearest.to(id, valid)));
    }

    private UsageException unknownProfile() {
        List<String> valid = Arrays.stream(Profile.values()).map(Profile::word).toList();
        return new UsageException("--profile: there is no \"%s\"; the nearest are %s"
                .formatted(profileName, Nearest.to(profileName, valid)));
    }

    private void line(Rule rule, PrintWriter out) {
        out.printf(
                "%-8s %-6s %s (%d)%n",
                rule.id(),
                level(rule, profile).orElse("-"),
                rule.text(),
                rule.cases().size());
    }

    private void page(Rule rule, PrintWriter out) {
        Requirement requirement = rule.requirement(profile);
        out.printf("%s  %s%n%n", rule.id(), rule.text());
        for (Profile each : Profile.values()) {
            out.printf("  %-15s %s%n", each.word(), level(rule, each).orElse("not asserted"));
        }
        out.printf("  %-15s %s%n", "provenance", String.join(", ", requirement.provenance()));
        if (!requirement.explainedBy().isEmpty()) {
            out.printf("  %-15s %s%n", "explained by", String.join(", ", requirement.explainedBy()));
        }
        out.printf("%n%s%n%n", requirement.description().indent(2).stripTrailing());
        out.println(rule.cases().stream()
                .map(c -> "  %-6s %s".formatted(c.in(profile) ? c.level(profile) : "-", c.id()))
                .collect(Collectors.joining(System.lineSeparator())));
        out.println();
    }

    private static Optional<String> level(Rule rule, Profile profile) {
        return rule.level(profile).map(Level::name);
    }

    private String json(List<Rule> rules) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode requirements = root.putArray("requirements");
        for (Rule rule : rules) {
            Requirement requirement = rule.requirement(profile);
            ObjectNode node = requirements.addObject();
            node.put("id", rule.id());
            node.put("level", requirement.level().name());
            ObjectNode levels = node.putObject("levels");
            for (Profile each : Profile.values()) {
                levels.put(each.word(), level(rule, each).orElse(null));
            }
            requirement.provenance().forEach(node.putArray("provenance")::add);
            node.put("text", rule.text());
            rule.cases().forEach(c -> node.withArray("cases").add(c.id()));
        }
        return mapper.writeValueAsString(root);
    }
}

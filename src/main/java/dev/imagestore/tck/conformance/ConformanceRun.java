package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.sequence.Finding;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.subject.ImageStore;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Probed;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.OperationStanding;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One run of the selected cases against a subject: first all at once, then those that move the target's time on, one by
 * one, then random sequences, then those that speak of the whole run.
 */
public final class ConformanceRun {

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Catalogue catalogue;
    private final RunSettings settings;
    private final Subject subject;
    private final Predicate<String> announced;
    private final Selection selection;
    private final RunContext context;
    private final Queue<CaseResult> results = new ConcurrentLinkedQueue<>();
    private volatile Map<Operation, Probed> probed = Map.of();
    private final Map<String, String> scenarios = new HashMap<>();
    private final Optional<MessageLog> messages;

    /** A run that tells Cucumber's tools nothing. */
    public ConformanceRun(
            Catalogue catalogue,
            RunSettings settings,
            Subject subject,
            Interruption interruption,
            Predicate<String> announced) {
        this(catalogue, settings, subject, interruption, announced, Optional.empty());
    }

    /**
     * @param messages where to write the messages of Cucumber
     * @param announced ids of cases whose failure is no surprise
     */
    public ConformanceRun(
            Catalogue catalogue,
            RunSettings settings,
            Subject subject,
            Interruption interruption,
            Predicate<String> announced,
            Optional<Path> messages) {
        this.messages = messages.map(MessageLog::new);
        this.announced = announced;
        this.catalogue = catalogue;
        this.settings = settings;
        this.subject = subject;
        this.selection = Selection.of(catalogue.selected(settings), settings, subject);
        this.context = new RunContext(
                subject,
                settings,
                interruption,
                catalogue.cases().stream().collect(Collectors.toMap(c -> c.feature() + ":" + c.line(), c -> c)));
    }

    /** Runs the cases and returns their results in the order of the catalogue. */
    public List<CaseResult> run(Progress progress) {
        List<Case> toRun = selection.toRun();
        SequenceRun random = new SequenceRun(catalogue, settings, context);
        Footprint footprint = Footprint.of(settings, toRun);
        Room room = new Room(settings.bounds().bytes() - footprint.bytes());
        boolean checked = subject.sight() == Sight.BYTES && room.take(OracleCheck.STORES);
        boolean again = room.take(Recurrences.mostBytes(toRun));
        boolean sequences = room.take(random.mostBytes());
        progress.begins(footprint.plus(room.taken()), toRun.size());
        probed = subject.probe(settings.folder(), new ImageStore.Origin("probe", settings.caseHeader(), this::stored));
        if (checked) {
            checkOracle();
        }
        results.addAll(selection.decided());
        run(toRun.stream().filter(c -> !c.last() && !c.needsClock()).toList(), settings.parallel(), progress);
        run(toRun.stream().filter(c -> !c.last() && c.needsClock()).toList(), 1, progress);
        if (again) {
            again(toRun);
        }
        if (sequences) {
            random.run(List.copyOf(results)).ifPresent(finding -> found(finding, progress));
        }
        run(toRun.stream().filter(Case::last).toList(), 1, progress);
        subject.store().lost().ifPresent(this::spare);
        Map<String, Integer> order = new HashMap<>();
        catalogue.cases().forEach(c -> order.put(c.id(), order.size()));
        List<CaseResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing(r -> order.getOrDefault(r.id(), 0)));
        return sorted;
    }

    /** Writes what Cucumber's tools are told of these results, if anything. */
    public void tell(List<CaseResult> judged) {
        messages.ifPresent(log -> log.finish(judged));
    }

    private void found(Finding finding, Progress progress) {
        results.add(finding.result());
        scenarios.put(finding.result().id(), finding.scenario());
        progress.finished(finding.result());
    }

    private void checkOracle() {
        ImageStore.Origin origin = new ImageStore.Origin("oracle-check", settings.caseHeader(), this::stored);
        subject.view(origin)
                .flatMap(oracle -> new OracleCheck(subject, settings, oracle, origin).lie())
                .ifPresent(subject::distrust);
    }

    /** Whatever is put outside of a case is to be removed as well, also by a target that ought to have refused it. */
    private void stored(Exchange exchange) {
        if (exchange.request().method().equals("PUT") && exchange.status().orElse(0) / 100 == 2) {
            context.remains().published();
        }
    }

    /** What of the API is claimed, what answers and what the run has tested. */
    public List<OperationStanding> operations() {
        return new OperationTable(subject.operations(), probed).rows(List.copyOf(results), context.called());
    }

    /** What waited for an answer when the target was lost says nothing of it. */
    private void spare(String lost) {
        Set<Long> silence = subject.store().lastSilence();
        List<CaseResult> all = List.copyOf(results);
        results.clear();
        all.stream()
                .map(r -> r.exchanges().stream().anyMatch(silence::contains) ? r.withdrawn(lost) : r)
                .forEach(results::add);
    }

    /** Whether every selected case has come to an outcome of its own. */
    public boolean complete() {
        return context.stopped().isEmpty() && subject.store().lost().isEmpty();
    }

    /** The scenarios of failed sequences, by the ids of their results. */
    public Map<String, String> sequences() {
        return Map.copyOf(scenarios);
    }

    /** Why nothing that passed can count, if so. */
    public Optional<String> vacuous() {
        return context.interrupted()
                ? Optional.of(RunContext.INTERRUPTED)
                : context.ledger().vacuous();
    }

    /** Removes what the run has stored, as far as it is to go and the target lets us; returns what is left behind. */
    public List<String> cleanUp() {
        return context.remains().cleanUp();
    }

    /** Runs what failed again, one case at a time, and keeps the first results. */
    private void again(List<Case> ran) {
        Recurrences recurrences = Recurrences.of(List.copyOf(results), ran, announced);
        if (recurrences.cases().isEmpty() || context.stopped().isPresent()) {
            return;
        }
        context.againUntil(Instant.now().plus(AGAIN));
        for (int i = 0; i < Recurrences.TIMES && !context.overdue(); i++) {
            context.again(recurrences.cases());
            run(recurrences.cases(), 1, recurrences::add, Optional.empty());
        }
        context.firstTime();
        List<CaseResult> first = List.copyOf(results);
        results.clear();
        first.stream().map(recurrences::told).forEach(results::add);
    }

    private void run(List<Case> cases, int threads, Progress progress) {
        Consumer<CaseResult> finished = result -> {
            results.add(result);
            progress.finished(result);
        };
        run(cases, threads, finished, messages);
    }

    private void run(List<Case> cases, int threads, Consumer<CaseResult> finished, Optional<MessageLog> log) {
        if (cases.isEmpty()) {
            return;
        }
        CaseListener listener = new CaseListener(context, finished);
        List<Plugin> listeners = new ArrayList<>(List.of(listener));
        log.ifPresent(told -> listeners.add(told.listener(listener::caseOf)));
        Runtime.builder()
                .withRuntimeOptions(options(cases, threads))
                .withFeatureSupplier(() -> features(cases))
                .withObjectFactorySupplier(new PerThread(context))
                .withAdditionalPlugins(listeners.toArray(Plugin[]::new))
                .withClassLoader(ConformanceRun.class::getClassLoader)
                .build()
                .run();
    }

    /** Only those with a case to run: Cucumber would run the whole of a feature of which no line is named. */
    private List<Feature> features(List<Case> cases) {
        Set<URI> wanted = cases.stream().map(Case::feature).collect(Collectors.toSet());
        return catalogue.features().stream()
                .filter(f -> wanted.contains(f.getUri()))
                .toList();
    }

    private RuntimeOptions options(List<Case> cases, int threads) {
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(URI.create(
                        "classpath:/" + ConformanceRun.class.getPackageName().replace('.', '/')))
                .setPickleOrder(StandardPickleOrders.random(settings.seed()))
                .setThreads(threads)
                .setNoSummary()
                .setPublishQuiet(true)
                .setMonochrome();
        Map<URI, List<Integer>> lines = cases.stream()
                .collect(Collectors.groupingBy(Case::feature, Collectors.mapping(Case::line, Collectors.toList())));
        lines.forEach((feature, those) -> options.addFeature(FeatureWithLines.create(feature, those)));
        return options.build();
    }
}

package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagestore.tck.repro.Evidence;
import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as a browser shows them. Skipped, with the reason, where there is no browser with its driver. */
class PagesIT {

    private static final String CURL = "curl -i -g -X PUT 'http://localhost:19080/a b?x=\"1\"' -H 'A: <b>'";
    private static final int CASES = 5_000;

    /** More than this at once, and a browser begins to stutter. */
    private static final int MOST_ELEMENTS = 40_000;

    /** The lowest contrast of a text with what is behind it, where that is, and the colour of the page. */
    private static final String CONTRAST = """
            const channel = c => (c /= 255) <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
            const light = rgb => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
            const parse = text => text.match(/[0-9.]+/g).map(Number);
            const ground = e => {
              for (; e; e = e.parentElement) {
                const rgb = parse(getComputedStyle(e).backgroundColor);
                if (rgb.length < 4 || rgb[3] > 0) return rgb;
              }
              return [255, 255, 255];
            };
            let lowest = [99, ''];
            document.querySelectorAll('details').forEach(d => d.open = true);
            document.querySelectorAll('body *').forEach(e => {
              if (e.closest('svg') || !Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim())) return;
              if (/SCRIPT|STYLE|OPTION/.test(e.tagName)) return;
              const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
              const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              if (ratio < lowest[0]) lowest = [ratio, e.outerHTML.slice(0, 120)];
            });
            return [lowest[0], lowest[1], getComputedStyle(document.body).backgroundColor]""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Browser.isInstalled(),
                "no chromium with its chromedriver is on the PATH, so no page was looked at (Debian: chromium-driver)");
        write("report", SampleReport.changed(), evidence("COM-04/gap", "body", CURL));
        write("good", SampleReport.good(), RunEvidence.NONE);
        write("hostile", SampleReport.hostile(Hostile.TEXT), evidence("CR-07/hostile", Hostile.TEXT, Hostile.TEXT));
        write("large", SampleReport.large(CASES - 500, 500), RunEvidence.NONE);
        replay("replay", SampleReplay.bad());
        replay("hostile-replay", SampleReplay.hostile(Hostile.TEXT));
        List<PastReport> past = List.of(past("one", SampleReport.good()), past("two", SampleReport.bad()));
        new Comparison(past).write(folder);
        History.read(folder.resolve("past"), Instant.MIN).write(folder.resolve("history.html"));
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "level, MUST, 9",
        "level, SHOULD, 1",
        "outcome, failed, 3",
        "outcome, inconclusive, 1",
        "provenance, documented, 10",
        "profile, documented, 10",
    })
    void aFilterLeavesWhatItSays(String filter, String value, int shown) {
        open("report");
        browser.choose(filter, value);

        assertThat(shown()).hasSize(shown);
        assertThat(browser.find("#shown").getText()).isEqualTo(shown + " of 10 requirements");
    }

    @Test
    void filtersAddUpAndAreTakenBack() {
        open("report");
        browser.choose("level", "MUST");
        browser.choose("outcome", "failed");
        browser.find("#text").sendKeys("com-04");

        assertThat(shown()).as("and what it explains").containsExactly("COM-04", "DEL-06");

        browser.find("#text").sendKeys(" no such words");
        assertThat(shown()).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('.topic:not([hidden])').length"))
                .isEqualTo(0L);

        browser.find("#reset").click();
        assertThat(shown()).hasSize(10);
    }

    @Test
    void aCountShowsWhatItCounts() {
        open("report");
        browser.find("button[data-level=MUST][data-outcome=untested]").click();

        assertThat(shown()).containsExactly("EXP-01", "EXP-02");
        assertThat(browser.find("#outcome").getDomProperty("value")).isEqualTo("untested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "good", "hostile", "replay", "history", "compare", "large"})
    void everyLinkWithinThePageHasAnEnd(String page) {
        open(page);

        assertThat(browser.run("""
                return Array.from(document.querySelectorAll('a[href^="#"]'))
                  .map(a => decodeURIComponent(a.getAttribute('href').slice(1)))
                  .filter(id => !document.getElementById(id))""")).isEqualTo(List.of());
        assertThat(browser.run("""
                const ids = Array.from(document.querySelectorAll('[id]')).map(e => e.id);
                return ids.filter((id, i) => ids.indexOf(id) !== i)""")).as("ids that occur twice").isEqualTo(List.of());
    }

    @Test
    void aLinkOpensWhatItLeadsTo() {
        open("report");
        browser.choose("level", "SHOULD");
        browser.run("location.hash = '#CR-08--announced'");

        WebElement target = browser.find("#CR-08--announced");
        assertThat(browser.run("return document.getElementById('CR-08').open")).isEqualTo(true);
        assertThat(target.isDisplayed()).isTrue();
    }

    @Test
    void theKeyboardReachesEverything() {
        open("report");
        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("Skip to the failures");
        press(Keys.ENTER);
        assertThat(focused().getDomAttribute("id")).isEqualTo("failures");

        browser.find("body").sendKeys("/");
        assertThat(focused().getDomAttribute("id")).isEqualTo("text");
        press(Keys.TAB, Keys.TAB);
        assertThat(focused().getDomAttribute("id")).isEqualTo("outcome");
        focused().sendKeys("w");
        assertThat(shown()).containsExactly("LST-01");

        browser.run("document.querySelector('#LST-01 > summary').focus()");
        assertThat(browser.run("return document.activeElement.matches(':focus-visible')"))
                .as("where the focus is can be seen")
                .isEqualTo(true);
        press(Keys.ENTER);
        assertThat(browser.run("return document.getElementById('LST-01').open")).isEqualTo(true);
    }

    @Test
    void nothingThatCanBeUsedIsOutOfReachOfTheKeyboard() {
        open("report");

        assertThat(browser.run("""
                return Array.from(document.querySelectorAll('a, button, input, select, summary'))
                  .filter(e => e.tabIndex < 0).length""")).isEqualTo(0L);
    }

    @Test
    void copyButtonsCopyWhatTheySay() {
        open("report");
        for (WebElement button : browser.driver().findElements(By.cssSelector("button[data-copy]"))) {
            if (!button.isDisplayed()) {
                continue;
            }
            String said = button.getDomAttribute("data-copy");
            button.click();
            assertThat(button.getText()).isEqualTo("copied");
            WebElement field = browser.find("#text");
            field.clear();
            field.sendKeys(Keys.chord(Keys.CONTROL, "v"));
            assertThat(field.getDomProperty("value")).isEqualTo(said);
        }
        assertThat(browser.find("#text").getDomProperty("value")).isEqualTo(CURL);
    }

    @ParameterizedTest
    @CsvSource({"report, light", "report, dark", "replay, light", "replay, dark", "history, dark", "compare, dark"})
    void textStandsOutInLightAndDark(String page, String scheme) {
        browser.emulate("", "prefers-color-scheme", scheme);
        open(page);

        List<?> lowest = (List<?>) browser.run(CONTRAST);
        browser.emulate("", "prefers-color-scheme", "light");

        assertThat(((Number) lowest.get(0)).doubleValue())
                .as("%s", lowest)
                .isGreaterThanOrEqualTo(4.5); // WCAG 2.2, 1.4.3
        assertThat((String) lowest.get(2)).isEqualTo(scheme.equals("dark") ? "rgb(20, 24, 29)" : "rgb(255, 255, 255)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "good", "replay", "history", "compare"})
    void theStructureCanBeHeard(String page) {
        open(page);

        assertThat(browser.run("""
                const faults = [];
                const count = css => document.querySelectorAll(css).length;
                if (document.documentElement.lang !== 'en') faults.push('no language');
                if (count('main') !== 1) faults.push('not one main');
                if (count('h1') !== 1) faults.push('not one h1');
                let level = 0;
                document.querySelectorAll('h1, h2, h3, h4').forEach(h => {
                  const own = Number(h.tagName[1]);
                  if (own > level + 1) faults.push('skips to ' + h.outerHTML);
                  level = own;
                });
                document.querySelectorAll('input, select').forEach(f => {
                  if (!f.labels.length) faults.push('no label: ' + f.id);
                });
                document.querySelectorAll('svg').forEach(s => {
                  if (!s.getAttribute('aria-label') && s.getAttribute('aria-hidden') !== 'true') faults.push('unnamed picture');
                });
                document.querySelectorAll('thead th').forEach(t => { if (!t.scope) faults.push('th of nothing'); });
                document.querySelectorAll('[aria-labelledby]').forEach(e => {
                  if (!document.getElementById(e.getAttribute('aria-labelledby'))) faults.push('labelled by nothing');
                });
                return faults""")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "good", "hostile", "replay", "hostile-replay", "history", "compare", "large"})
    void nothingIsLoadedAndNothingIsComplainedOf(String page) {
        browser.console();
        open(page);
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");

        assertThat(browser.console()).isEmpty();
        assertThat(browser.log())
                .as("but for the page itself")
                .allMatch(request -> request.contains("\"url\":\"about:blank\"")
                        || request.contains("\"url\":\"data:")
                        || request.contains(page + ".html\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "hostile-replay"})
    void whatATargetAnsweredRunsNoScript(String page) {
        open(page);

        // An alert of the page would make this throw.
        assertThat(browser.run("return document.scripts.length")).isEqualTo(1L);
        assertThat(browser.run("""
                return Array.from(document.querySelectorAll('*')).filter(e =>
                  Array.from(e.attributes).some(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))).length""")).isEqualTo(0L);
        assertThat(browser.find("main").getText()).contains("<script>alert(1)</script>");
    }

    @Test
    void aPageOfManyCasesStaysLight() {
        open("large");
        Object elements = browser.run("return document.querySelectorAll('*').length");
        List<?> took = (List<?>) browser.driver().executeAsyncScript("""
                const done = arguments[0];
                const long = [];
                new PerformanceObserver(list => list.getEntries().forEach(e => long.push(Math.round(e.duration))))
                  .observe({type: 'longtask', buffered: true});
                const text = document.getElementById('text');
                const from = performance.now();
                text.value = 'of-many-cases';
                text.dispatchEvent(new Event('input'));
                const filtered = performance.now() - from;
                requestAnimationFrame(() => setTimeout(() => done([
                  Math.round(performance.timing.domContentLoadedEventEnd - performance.timing.responseEnd),
                  filtered, long.join(' ')]), 0))""");

        System.out.printf(
                "%d cases: %s elements; read in %s ms, filtered in %s ms, long tasks: %s ms%n",
                CASES, elements, took.get(0), took.get(1), took.get(2));
        assertThat(shown()).containsExactly("CR-07", "COM-04");
        assertThat((Long) elements).isLessThan(MOST_ELEMENTS);
    }

    @Test
    void onPaperTheControlsAreGoneAndTheTreeIsOpen() {
        open("report");
        browser.run("document.querySelector('.topic').open = false; window.dispatchEvent(new Event('beforeprint'))");
        browser.emulate("print", "prefers-color-scheme", "light");

        boolean filters = browser.find(".filters").isDisplayed();
        boolean tree = browser.find("#CR-07").isDisplayed();
        browser.emulate("", "prefers-color-scheme", "light");

        assertThat(filters).isFalse();
        assertThat(tree).isTrue();
    }

    private static void open(String page) {
        browser.open(folder.resolve(page + ".html"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown() {
        return (List<String>) browser.run(
                "return Array.from(document.querySelectorAll('.requirement:not([hidden])')).map(r => r.id)");
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static void press(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    private static void write(String name, Report report, RunEvidence evidence) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), HtmlReport.of(report, evidence, List.of("junit.xml")));
    }

    private static void replay(String name, dev.imagestore.tck.verdict.ReplayReport report) throws IOException {
        Files.writeString(
                folder.resolve(name + ".html"),
                ReplayHtml.of(report, List.of("replay-report.json"), Map.of("COM-04", "All bytes have to be there")));
    }

    private static PastReport past(String name, Report report) {
        try {
            Path file = Files.createDirectories(folder.resolve("past")).resolve(name + ".json");
            return PastReport.read(Files.writeString(file, JsonReport.of(report)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunEvidence evidence(String caseId, String text, String curl) {
        Evidence.Field field = new Evidence.Field("Content-Range", text, true);
        Evidence.Step step = new Evidence.Step(
                1, 0, 1, "PUT", "/a?" + text, List.of(field), text, "200 OK", List.of(field), text, true, curl);
        Evidence.Interval half = new Evidence.Interval(0, 500, "0-49");
        Evidence.Bar bar = new Evidence.Bar(text, 100, List.of(half), Optional.of(List.of()), List.of(half));
        return new RunEvidence(
                List.of(new Evidence(caseId, "folder", List.of(step), 3, List.of(bar))),
                Map.of("upload-chunk", new RunEvidence.Use(3, 2)));
    }
}

package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.Report;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class JunitReportTest {

    @Test
    void aSuiteARequirementWithItsCounts() throws Exception {
        Document xml = parsed(SampleReport.bad());

        assertThat(text(xml, "count(/testsuites/testsuite)")).isEqualTo("10");
        assertThat(text(xml, "/testsuites/testsuite[3]/@name")).isEqualTo("COM-04 Text of COM-04");
        assertThat(text(xml, "/testsuites/testsuite[3]/@tests")).isEqualTo("5");
        assertThat(text(xml, "/testsuites/testsuite[3]/@failures")).isEqualTo("5");
        assertThat(text(xml, "/testsuites/testsuite[3]/@time")).isEqualTo("0.025");
        assertThat(text(xml, "/testsuites/testsuite[3]/properties/property[@name='level']/@value"))
                .isEqualTo("MUST");
        assertThat(text(xml, "/testsuites/testsuite[3]/properties/property[@name='outcome']/@value"))
                .isEqualTo("failed");
        assertThat(text(xml, "/testsuites/testsuite[3]/properties/property[@name='profile']/@value"))
                .isEqualTo("documented");
    }

    @Test
    void theTotalsAreThoseOfTheElements() throws Exception {
        Document xml = parsed(SampleReport.bad());

        for (String[] each : new String[][] {
            {"tests", "testcase"}, {"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}
        }) {
            String elements = text(xml, "count(//" + each[1] + ")");
            assertThat(text(xml, "/testsuites/@" + each[0])).isEqualTo(elements);
            assertThat(text(xml, "sum(//testsuite/@" + each[0] + ")")).isEqualTo(elements);
        }
        assertThat(text(xml, "/testsuites/@tests")).isEqualTo("15");
        assertThat(text(xml, "/testsuites/@failures")).isEqualTo("7");
        assertThat(text(xml, "/testsuites/@errors")).isEqualTo("2");
        assertThat(text(xml, "/testsuites/@skipped")).isEqualTo("5");
    }

    @Test
    void aFailureCarriesItsEvidence() throws Exception {
        Document xml = parsed(SampleReport.bad());

        assertThat(text(xml, "//testcase[@name='COM-04/gap']/@classname")).isEqualTo("topic.feature.COM-04");
        assertThat(text(xml, "//testcase[@name='COM-04/gap']/@time")).isEqualTo("0.005");
        assertThat(text(xml, "//testcase[@name='COM-04/gap']/failure/@type")).isEqualTo("failed");
        assertThat(text(xml, "//testcase[@name='COM-04/gap']/failure/@message"))
                .isEqualTo("because; expected 400; observed 200");
        assertThat(text(xml, "//testcase[@name='COM-04/gap']/failure"))
                .isEqualTo("reason: because\nexpected: 400\nobserved: 200\n"
                        + "exchanges: 3, 4 in exchanges/traffic.jsonl");
        assertThat(text(xml, "//testcase[@name='DEL-06/after-commit']/failure")).contains("explained by: COM-04");
        assertThat(text(xml, "//testcase[@name='CR-08/announced']/failure/@message"))
                .isEqualTo("known: because");
    }

    @Test
    void whatWasNotJudgedIsAnErrorOrSkipped() throws Exception {
        Document xml = parsed(SampleReport.bad());

        assertThat(text(xml, "count(//testcase[@name='CR-07/first']/*)")).isEqualTo("0");
        assertThat(text(xml, "//testcase[@name='SEC-01/oracle']/error/@type")).isEqualTo("error");
        assertThat(text(xml, "//testcase[@name='SEC-02/session']/error/@type")).isEqualTo("inconclusive");
        assertThat(text(xml, "//testcase[@name='LST-01/slash']/skipped/@message"))
                .isEqualTo("no trailing slash");
        assertThat(text(xml, "//testcase[@name='EXP-01/late']/skipped/@message"))
                .isEqualTo("no clock");
        assertThat(text(xml, "//testcase[@name='SEC-03/copy']/skipped/@message"))
                .isEqualTo("not claimed");
    }

    @Test
    void hostileTextIsOnlyText() throws Exception {
        Document xml = parsed(SampleReport.hostile(Hostile.TEXT));

        assertThat(text(xml, "count(//testcase)")).isEqualTo("4");
        assertThat(text(xml, "count(//script)")).isEqualTo("0");
        String failure = text(xml, "//testcase[@name='CR-07/hostile']/failure");
        assertThat(failure).contains("\\u001b[2J", "\\u0000", "<script>alert(1)</script> ]]>", "\\ufffe\\ud800 end");
        assertThat(Hostile.acts(failure)).isFalse();
        assertThat(text(xml, "//testcase[@name='CR-07/hostile']/failure/@message"))
                .contains("\\r\\n# heading");
    }

    private static Document parsed(Report report) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(JunitReport.of(report))));
    }

    private static String text(Document xml, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, xml);
    }
}

package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.TheFeatures.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.Operation;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tag that nothing reads would be a wish and no more: every tag of the features is one that the suite knows. */
class FeatureTagsTest {

    private static final Set<String> FLAGS = Set.of("@oracle", "@by-size", "@runtime", "@clock", "@last");
    private static final Set<String> SOURCES = Set.of("documented", "implied", "http", "implementation");

    @Test
    void everyTagIsKnown() {
        assertThat(CATALOGUE.cases())
                .allSatisfy(c -> assertThat(c.tags().names())
                        .as(c.id())
                        .allMatch(tag -> tag.equals("@" + c.requirement()) || FLAGS.contains(tag) || known(tag)));
    }

    @Test
    void everyRuleBearsItsIdALevelAndASource() {
        assertThat(CATALOGUE.rules()).allSatisfy(rule -> {
            assertThat(rule.tags().names()).as(rule.id()).contains("@" + rule.id());
            assertThat(rule.tags().level(Profile.DOCUMENTED)).as(rule.id()).isPresent();
            assertThat(rule.tags().values("source")).as(rule.id()).isNotEmpty();
        });
    }

    @Test
    void noTagIsGivenTwice() {
        assertThat(CATALOGUE.cases())
                .allSatisfy(c -> assertThat(c.tags().names()).as(c.id()).doesNotHaveDuplicates());
    }

    private static boolean known(String tag) {
        int colon = tag.indexOf(':');
        if (colon < 0) {
            return false;
        }
        String value = tag.substring(colon + 1);
        return switch (tag.substring(0, colon)) {
            case "@level" -> value.matches("((documented|service-fabric|strict-http)=)?(MUST|SHOULD|MAY)");
            case "@answer" -> isStatedRefusal(value);
            case "@source" -> SOURCES.contains(value);
            case "@explained-by", "@about" -> CATALOGUE.rule(value).isPresent();
            case "@needs" -> Operation.named(value).isPresent();
            case "@stores", "@declares" -> Sizes.parse(value) > 0;
            case "@profile" -> Profile.named(value).isPresent();
            default -> false;
        };
    }

    private static boolean isStatedRefusal(String value) {
        int equals = value.indexOf('=');
        return Profile.named(value.substring(0, Math.max(0, equals))).isPresent()
                && StatedAnswer.parse(value.substring(equals + 1)).isRefusal();
    }
}

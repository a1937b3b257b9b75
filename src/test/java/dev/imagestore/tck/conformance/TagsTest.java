package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void theInnermostLevelWins() {
        assertThat(tags("@level:MUST", "@level:SHOULD").level(Profile.DOCUMENTED))
                .contains(Level.SHOULD);
    }

    @Test
    void aLevelOfTheProfileHoldsInIt() {
        assertThat(tags("@level:MUST", "@level:documented=MAY").level(Profile.DOCUMENTED))
                .contains(Level.MAY);
    }

    @Test
    void aLevelOfTheProfileDoesNotHoldElsewhere() {
        assertThat(tags("@level:MUST", "@level:documented=MAY").level(Profile.STRICT_HTTP))
                .contains(Level.MUST);
    }

    @Test
    void anInnerLevelWinsOverAnOuterOneOfTheProfile() {
        assertThat(tags("@level:documented=MAY", "@level:MUST").level(Profile.DOCUMENTED))
                .contains(Level.MUST);
    }

    @Test
    void withoutATagThereIsNoLevel() {
        assertThat(tags("@CR-07", "@oracle").level(Profile.DOCUMENTED)).isEmpty();
    }

    @Test
    void allValuesOfAKeyAreGivenInOrder() {
        assertThat(tags("@source:http", "@sources:x", "@oracle", "@source:implied")
                        .values("source"))
                .containsExactly("http", "implied");
    }

    @Test
    void theInnermostValueCounts() {
        assertThat(tags("@stores:1MiB", "@stores:2KiB").value("stores")).contains("2KiB");
    }

    @Test
    void theStatedAnswerIsThatOfTheProfile() {
        Tags tags = tags("@answer:service-fabric=400-RANGE", "@answer:strict-http=400,416");

        assertThat(tags.answer(Profile.STRICT_HTTP)).hasToString("Optional[400 or 416]");
        assertThat(tags.answer(Profile.DOCUMENTED)).isEmpty();
    }

    @Test
    void profilesNamedInsideReplaceThoseNamedOutside() {
        Tags tags = tags("@CR-07", "@profile:documented", "@profile:strict-http");

        assertThat(tags.within(List.of("@profile:service-fabric")).values("profile"))
                .containsExactly("service-fabric");
        assertThat(tags.within(List.of("@oracle")).values("profile")).containsExactly("documented", "strict-http");
        assertThat(tags.within(List.of("@profile:service-fabric")).has("@CR-07"))
                .isTrue();
    }

    private static Tags tags(String... names) {
        return new Tags(List.of(names));
    }
}

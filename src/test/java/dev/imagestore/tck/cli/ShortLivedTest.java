package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShortLivedTest {

    @AfterEach
    void forgetDirectives() throws JMException {
        ShortLived.ownProcess(false);
        diagnostic("compilerDirectivesClear");
    }

    @Test
    void theOptimiserIsSparedButForLoopsOverBytes() throws JMException {
        ShortLived.ownProcess(true);

        ShortLived.spareOptimiser();

        assertThat(diagnostic("compilerDirectivesPrint"))
                .containsSubsequence("matching: *.*", "c2 directives", "Exclude:true")
                .containsSubsequence("matching: dev/imagestore/tck/subject/FileContent*.*", "Exclude:false");
    }

    @Test
    void aProcessThatIsSharedIsLeftAsItIs() throws JMException {
        ShortLived.spareOptimiser();

        assertThat(diagnostic("compilerDirectivesPrint")).doesNotContain("Exclude:true");
    }

    private static String diagnostic(String operation) throws JMException {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), operation, null, null));
    }
}

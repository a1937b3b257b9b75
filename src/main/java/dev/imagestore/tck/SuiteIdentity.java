package dev.imagestore.tck;

import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.verdict.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the suite this is, as the build wrote it down. */
public final class SuiteIdentity {

    private static final Properties BUILD = read();

    private SuiteIdentity() {}

    public static String version() {
        return BUILD.getProperty("version", "dev");
    }

    static Suite of(Catalogue catalogue) {
        return new Suite(version(), BUILD.getProperty("commit", "unknown"), catalogue.sha256());
    }

    private static Properties read() {
        Properties build = new Properties();
        try (InputStream stream = SuiteIdentity.class.getResourceAsStream("build.properties")) {
            if (stream != null) {
                build.load(stream);
            }
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

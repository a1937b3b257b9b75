package dev.imagestore.tck.subject;

import java.util.List;
import java.util.Map;
import org.testcontainers.utility.DockerImageName;

/**
 * A server that is to be started from an image.
 *
 * @param image as Docker names it, {@code IMAGE[:TAG]}
 * @param port on which the server listens inside the container
 * @param environment variables by name
 * @param command instead of that of the image; empty for that
 */
public record ContainerSettings(String image, int port, Map<String, String> environment, List<String> command) {

    private static final String SCHEME = "docker:";
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException when the image or the port can be none */
    public ContainerSettings {
        try {
            DockerImageName.parse(image).assertValid();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" names no image; expected docker:IMAGE[:TAG]".formatted(image), e);
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port %d: expected 1 to %d".formatted(port, MAX_PORT));
        }
        environment = Map.copyOf(environment);
        command = List.copyOf(command);
    }

    /** Whether the text names an image and no URL. */
    public static boolean isMeantBy(String target) {
        return target.startsWith(SCHEME);
    }

    /** The image that such a text names. */
    public static String image(String target) {
        return target.substring(SCHEME.length());
    }

    @Override
    public String toString() {
        return SCHEME + image;
    }
}

package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was said about the server under test.
 *
 * @param content template of the content oracle
 * @param clock template by which the target's time is moved on
 * @param headers secret headers that go with every request
 * @param timeout patience for one answer
 * @param waitForTarget how long the target may take until it answers at all
 * @param tls how whatever is reached by https is reached
 */
public record SubjectSettings(
        Endpoint target,
        Set<Operation> operations,
        Optional<ApiVersion> runtimeVersion,
        Optional<String> content,
        Optional<String> clock,
        List<Header> headers,
        String userAgent,
        Duration timeout,
        Duration waitForTarget,
        Tls tls) {

    public SubjectSettings {
        operations = Set.copyOf(operations);
        headers = List.copyOf(headers);
    }

    /** With TLS as the system has it. */
    public SubjectSettings(
            Endpoint target,
            Set<Operation> operations,
            Optional<ApiVersion> runtimeVersion,
            Optional<String> content,
            Optional<String> clock,
            List<Header> headers,
            String userAgent,
            Duration timeout,
            Duration waitForTarget) {
        this(
                target,
                operations,
                runtimeVersion,
                content,
                clock,
                headers,
                userAgent,
                timeout,
                waitForTarget,
                Tls.DEFAULT);
    }

    /** The same, for the bundled server, of which everything is known. */
    public SubjectSettings bundled() {
        return new SubjectSettings(
                target,
                operations,
                Optional.of(ApiVersion.parse(BundledServer.RUNTIME_VERSION)),
                Optional.of(target.url() + "/_content/{path}"),
                Optional.of(target.url() + "/_clock?advance={seconds}"),
                headers,
                userAgent,
                timeout,
                waitForTarget,
                tls);
    }
}

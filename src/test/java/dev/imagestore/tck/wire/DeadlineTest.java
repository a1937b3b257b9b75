package dev.imagestore.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void progressPutsItOff() {
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<Integer> expired = new CompletableFuture<>();
        DefaultEventExecutor executor = new DefaultEventExecutor();

        executor.execute(() -> Deadline.start(
                executor,
                Duration.ofMillis(20),
                () -> Math.min(looks.incrementAndGet(), 30),
                () -> expired.complete(looks.get())));

        assertThat(expired.join()).isGreaterThan(30);
        executor.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
}

package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BesideTest {

    @Test
    void whatItThrowsIsNotWrapped() {
        RuntimeException full = new UncheckedIOException("cannot write f", new IOException("no space"));

        assertThatThrownBy(() -> Beside.join(CompletableFuture.supplyAsync(() -> {
                    throw full;
                })))
                .isSameAs(full);
    }

    @Test
    void whatItGivesIsGiven() {
        assertThat(Beside.join(CompletableFuture.supplyAsync(() -> 1))).isEqualTo(1);
    }
}

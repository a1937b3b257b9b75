package dev.imagestore.tck.exchange;

import java.util.List;

/** An answer before the final one, such as {@code 100 Continue}. */
public record Interim(int status, String reason, List<Header> headers) {

    public Interim {
        headers = List.copyOf(headers);
    }
}

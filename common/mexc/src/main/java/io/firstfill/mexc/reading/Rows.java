package io.firstfill.mexc.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A list of which every readable row was read.
 *
 * @param skipped the rows left out: a row that is not among the read ones is not proved absent unless this is empty
 */
public record Rows<T>(List<T> read, SkippedRows skipped) implements Partial {

    public Rows {
        read = List.copyOf(read);
        requireNonNull(skipped, "skipped");
    }
}

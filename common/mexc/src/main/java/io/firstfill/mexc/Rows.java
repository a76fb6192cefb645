package io.firstfill.mexc;

import java.util.List;

/**
 * The rows of an answer that could be read. One odd row hides none of the others, but what is not among them may be in
 * the row that could not be read.
 *
 * @param unreadable number of rows that could not be read
 */
public record Rows<T>(List<T> read, int unreadable) {
    public Rows {
        read = List.copyOf(read);
    }
}

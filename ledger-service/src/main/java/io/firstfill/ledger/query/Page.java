package io.firstfill.ledger.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor requests the following page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read with one more than the limit, so that a further row shows that a page
     * follows.
     *
     * @param cursor makes the cursor from the last row of the page
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(item).toList(), more ? cursor.apply(shown.getLast()) : null);
    }
}

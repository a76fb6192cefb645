package io.firstfill.ledger.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor asks for what follows; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** Of one more item than asked for, where there is one. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> end) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(item).toList(),
                more ? end.apply(shown.getLast()).encoded() : null);
    }
}

package io.firstfill.mexc.reading;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that could not be represented and were left out, so that one odd row does not hide the others.
 *
 * @param count number of rows
 * @param reason why the first of them was left out; quotes nothing of the row; null when there is none
 * @param names what the rows are about, where that could be read: a row left out is not a row that is gone
 */
public record SkippedRows(int count, @Nullable String reason, Set<String> names) {

    public static final SkippedRows NONE = new SkippedRows(0, null, Set.of());

    /** Most names that are kept: an answer in which more rows are odd is odd as a whole. */
    private static final int MOST_NAMES = 1000;

    public SkippedRows {
        names = Set.copyOf(names);
    }

    /** One row that was left out. */
    public static SkippedRows one(String reason, @Nullable String name) {
        return new SkippedRows(1, reason, name == null ? Set.of() : Set.of(name));
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public SkippedRows plus(SkippedRows other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Set<String> all = new HashSet<>(names);
        other.names.stream()
                .limit(MOST_NAMES - (long) Math.min(MOST_NAMES, all.size()))
                .forEach(all::add);
        return new SkippedRows(count + other.count, reason, all);
    }
}

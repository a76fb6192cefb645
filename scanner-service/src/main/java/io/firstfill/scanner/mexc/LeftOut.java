package io.firstfill.scanner.mexc;

import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.scanner.observation.Unread;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what of one answer cannot be represented: rows that the wire could not read, and rows that we cannot. */
final class LeftOut {
    /** Most unknown words that are kept. */
    private static final int MOST_WORDS = 20;

    private SkippedRows rows;
    private final Set<String> statuses = new TreeSet<>();

    LeftOut(SkippedRows byTheWire) {
        this.rows = byTheWire;
    }

    void add(String reason, @Nullable String name) {
        rows = rows.plus(SkippedRows.one(reason, name));
    }

    /** Takes note of a word for the status of a pair that is not known. */
    void unknownStatus(String word) {
        if (statuses.size() < MOST_WORDS) {
            statuses.add(word);
        }
    }

    int rows() {
        return rows.count();
    }

    Unread unread() {
        return new Unread(rows.count(), rows.reason(), rows.names(), statuses);
    }
}

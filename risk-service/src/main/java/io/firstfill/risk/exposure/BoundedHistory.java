package io.firstfill.risk.exposure;

import java.util.List;
import java.util.stream.Stream;

/** Appends to lists that hold only the latest entries, so that a risk book never grows with history. */
public final class BoundedHistory {
    private BoundedHistory() {}

    /** Returns the list with the newest entry at its end; unchanged when the list contains the entry already. */
    public static <T> List<T> append(List<T> known, T newest, int atMost) {
        if (known.contains(newest)) {
            return known;
        }
        return Stream.concat(known.stream().skip(Math.max(0, known.size() + 1 - atMost)), Stream.of(newest))
                .toList();
    }
}

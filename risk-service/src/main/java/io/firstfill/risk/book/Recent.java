package io.firstfill.risk.book;

import java.util.List;
import java.util.stream.Stream;

/** Lists that remember only the latest, so that a book never grows with history. */
final class Recent {
    private Recent() {}

    /** The newest stands last. */
    static <T> List<T> remember(List<T> known, T newest, int atMost) {
        if (known.contains(newest)) {
            return known;
        }
        return Stream.concat(known.stream().skip(Math.max(0, known.size() + 1 - atMost)), Stream.of(newest))
                .toList();
    }
}

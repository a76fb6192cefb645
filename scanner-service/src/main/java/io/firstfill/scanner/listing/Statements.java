package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.MarketRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among several statements of one source about one pair: tickers are used again, so that an old coin and a
 * coming one may stand in the same list. The choice does not depend on the order of the rows.
 */
final class Statements {
    /** The time after its stated opening within which a pair that has not opened may still be about to. */
    private static final Duration LATE = Duration.ofDays(1);

    private Statements() {}

    /**
     * Returns the opening that counts: the one expected and due, because it may only be late; else the next one coming;
     * else the latest past.
     *
     * @param expected the opening that the source stated before; null where it stated none
     * @param tolerance how long an opening that has passed still counts as coming
     */
    static Instant choose(Collection<Instant> openings, @Nullable Instant expected, Instant now, Duration tolerance) {
        if (expected != null && openings.contains(expected) && isLate(expected, now)) {
            return expected;
        }
        Instant from = now.minus(tolerance);
        return openings.stream()
                .filter(opening -> !opening.isBefore(from))
                .min(Comparator.naturalOrder())
                .orElseGet(
                        () -> openings.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    private static boolean isLate(Instant opening, Instant now) {
        return !opening.isAfter(now) && opening.plus(LATE).isAfter(now);
    }

    /**
     * Returns the row that counts: of a pair that is to open or should have opened lately, before one that trades,
     * before the rest.
     */
    private static MarketRow choose(MarketRow one, MarketRow other, Instant now) {
        int order = Comparator.comparingInt((MarketRow row) -> rank(row, now))
                .thenComparing(row -> distance(row, now))
                .thenComparing(Object::toString)
                .compare(one, other);
        return order <= 0 ? one : other;
    }

    /** Returns one row for each pair. */
    static Collection<MarketRow> onePerPair(List<MarketRow> rows, Instant now) {
        Map<Pair, MarketRow> chosen = new LinkedHashMap<>();
        rows.forEach(row -> chosen.merge(row.pair(), row, (one, other) -> choose(one, other, now)));
        return chosen.values();
    }

    private static int rank(MarketRow row, Instant now) {
        Instant opening = row.firstOpenTime();
        boolean coming =
                !row.isTrading() && opening != null && opening.plus(LATE).isAfter(now);
        return coming ? 0 : row.isTrading() ? 1 : 2;
    }

    private static Duration distance(MarketRow row, Instant now) {
        Instant opening = row.firstOpenTime();
        return opening == null
                ? Duration.ofSeconds(Long.MAX_VALUE)
                : Duration.between(now, opening).abs();
    }
}

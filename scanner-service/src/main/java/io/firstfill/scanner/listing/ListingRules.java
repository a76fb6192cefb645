package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers by which observations become listings.
 *
 * @param calendarQuotes quote assets a coin of the calendar is expected to open with
 * @param quotes quote assets by which an unknown symbol may be split
 * @param openingTolerance how early trading may be seen and still be the scheduled opening
 * @param pastTolerance how far back the first statement of an opening may lie; an older one is history, not a listing
 * @param withdrawAfter consecutive good answers without a listing after which its source has dropped it
 * @param surpriseLimit the most unknown symbols in one answer; an answer with more comes from a broken source
 * @param longestPauses how long each source may pause and still count as observed without a gap
 */
public record ListingRules(
        Set<Asset> calendarQuotes,
        List<Asset> quotes,
        Duration openingTolerance,
        Duration pastTolerance,
        int withdrawAfter,
        int surpriseLimit,
        Duration confirmWithin,
        Duration goneAfter,
        Map<ListingSource, Duration> longestPauses) {
    public ListingRules {
        calendarQuotes = Set.copyOf(calendarQuotes);
        quotes = List.copyOf(quotes);
        longestPauses = Map.copyOf(longestPauses);
        if (withdrawAfter < 1 || surpriseLimit < 1) {
            throw new IllegalArgumentException("withdrawAfter and surpriseLimit must be 1 or more");
        }
    }

    Duration longestPauseOf(ListingSource source) {
        return longestPauses.getOrDefault(source, Duration.ZERO);
    }
}

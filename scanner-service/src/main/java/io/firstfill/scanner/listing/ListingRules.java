package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers behind the decisions.
 *
 * @param calendarQuotes quote assets a calendar coin is expected to open with
 * @param quotes quote assets by which an unknown symbol may be split
 * @param openingTolerance how early trading may be seen and still be the scheduled opening
 * @param pastTolerance a first statement of an opening further back is history, not a listing
 * @param withdrawAfter consecutive good answers without a listing after which its source has dropped it
 * @param surpriseLimit more unknown symbols than this in one answer are a broken source, not listings
 * @param rhythm how long a source may pause and still count as watching without a break
 */
public record ListingRules(
        Set<Asset> calendarQuotes,
        List<Asset> quotes,
        Duration openingTolerance,
        Duration pastTolerance,
        int withdrawAfter,
        int surpriseLimit,
        Map<ListingSource, Duration> rhythm) {
    public ListingRules {
        calendarQuotes = Set.copyOf(calendarQuotes);
        quotes = List.copyOf(quotes);
        rhythm = Map.copyOf(rhythm);
        if (withdrawAfter < 1 || surpriseLimit < 1) {
            throw new IllegalArgumentException("withdrawAfter and surpriseLimit must be 1 or more");
        }
    }

    Duration rhythmOf(ListingSource source) {
        return rhythm.getOrDefault(source, Duration.ZERO);
    }
}

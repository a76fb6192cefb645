package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings by which observations become listings; the values and their reasons are in application.properties. */
@ConfigMapping(prefix = "firstfill.scanner")
public interface ListingSettings {
    /** Quote assets a coin of the calendar is expected to open with: the calendar names none. */
    List<String> calendarQuotes();

    /** Quote assets by which a symbol that exchangeInfo has not shown yet is split. */
    List<String> quotes();

    /** The time before the opening from which trading counts as the scheduled opening. */
    Duration openingTolerance();

    /** The longest time that the first statement of an opening may lie back; an older one is history. */
    Duration pastTolerance();

    /** Consecutive good answers without a listing after which its source has dropped it. */
    int withdrawAfter();

    /** The most unknown symbols in one answer; of an answer with more, each has to be shown by a second source. */
    int surpriseLimit();

    /** The time that a symbol waits for a second source; then its listing is skipped with that reason. */
    Duration confirmWithin();

    /**
     * The time after which a symbol that no source shows is forgotten, so that its return is a listing. Also the time
     * for which a list that has shrunk to less than half counts as broken.
     */
    Duration goneAfter();

    /** @param longestPauses how long each source may pause and still count as observed without a gap */
    default ListingRules rules(Map<ListingSource, Duration> longestPauses) {
        return new ListingRules(
                assets(calendarQuotes()).stream().collect(Collectors.toUnmodifiableSet()),
                assets(quotes()),
                openingTolerance(),
                pastTolerance(),
                withdrawAfter(),
                surpriseLimit(),
                confirmWithin(),
                goneAfter(),
                longestPauses);
    }

    private static List<Asset> assets(List<String> codes) {
        return codes.stream().map(Asset::of).toList();
    }
}

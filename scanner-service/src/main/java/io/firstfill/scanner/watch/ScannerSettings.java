package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.FeedSettings;
import io.firstfill.scanner.filter.FilterSettings;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.listing.ListingSettings;
import jakarta.enterprise.context.Dependent;

/** The settings of all features that the engine puts together. */
@Dependent
record ScannerSettings(FeedSettings feeds, ListingSettings listings, FilterSettings filters, WatchSettings watch) {

    ListingBook newBook(EnvironmentId environment) {
        return new ListingBook(environment, listings.rules(feeds.longestPauses()));
    }

    Watch newWatch(EnvironmentId environment, ListingBook book) {
        return new Watch(environment, book, filters.qualificationCutoff());
    }
}

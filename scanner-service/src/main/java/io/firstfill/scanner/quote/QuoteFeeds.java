package io.firstfill.scanner.quote;

import io.firstfill.contract.id.EnvironmentId;
import java.util.Optional;

/** The environments' streams. */
@FunctionalInterface
public interface QuoteFeeds {
    /** Empty for an environment that has none. */
    Optional<QuoteFeed> of(EnvironmentId environment, QuoteFeed.Listener listener);
}

package io.firstfill.scanner.quote;

import io.firstfill.contract.id.EnvironmentId;
import java.util.Optional;

/** Opens the stream of an environment. */
@FunctionalInterface
public interface QuoteFeeds {
    /** Empty for an environment without a stream. */
    Optional<QuoteFeed> of(EnvironmentId environment, QuoteFeed.Listener listener);
}

package io.firstfill.trader.listing;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import java.util.List;
import java.util.Optional;

/** Answers questions about the listings of one environment. Only the engine's state changes them. */
public interface Listings {
    Optional<PendingSignal> find(ListingKey key);

    List<PendingSignal> all();

    List<PendingSignal> of(RunId run);

    List<PendingSignal> of(ListingId listing);

    /** Whether the listing has been sent, denied or dropped for the run. */
    boolean isDecided(ListingKey key);

    boolean isWithdrawn(ListingId id);

    /** The scanner's last verdict about the listing; empty while there is none. */
    Optional<Verdict> verdict(ListingId id);

    /** The pair's trading rules; empty while the scanner has not qualified the listing. */
    Optional<TradingRules> rules(ListingId id);
}

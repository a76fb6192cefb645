package io.firstfill.trader.listing;

import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about the listings of one environment. Only the engine's state changes them. */
public interface Listings {
    Optional<PendingSignal> find(ListingKey key);

    List<PendingSignal> all();

    List<PendingSignal> of(RunId run);

    List<PendingSignal> of(ListingId listing);

    /** The number of the first attempt at the opening that was tried last. */
    int firstAttempt(ListingKey key);

    /** The number of the attempt that was sent or denied last; the one before the pending one while one is pending. */
    int lastAttempt(ListingKey key);

    /** Returns whether the listing is decided and its signal known, so that it may be pending again. */
    boolean mayReturn(ListingKey key);

    boolean isWithdrawn(ListingId id);

    /** The opening announced last; empty while it has not moved. */
    Optional<Instant> moved(ListingId id);

    /** The scanner's last verdict about the listing; empty while there is none. */
    Optional<Verdict> verdict(ListingId id);

    /**
     * The terms that a person has set for the listing before its opening; empty while there are none.
     *
     * @param opening null for a surprise
     */
    Optional<ListingTerms> terms(ListingId id, @Nullable Instant opening);

    /** Returns whether a person has decided, before the opening, that no run buys the listing. */
    boolean isLeftAlone(PendingSignal pending);

    /** The pair's trading rules; empty while the scanner has not qualified the listing. */
    Optional<TradingRules> rules(ListingId id);
}

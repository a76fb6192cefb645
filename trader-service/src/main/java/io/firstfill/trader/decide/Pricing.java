package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.Listings;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides on what terms a listing is bought next. The cap of a capped buy is the lowest of the configured cap and the
 * reference price plus the configured premium; where neither is configured, it is the best offer of the book plus
 * slippage. The book is read before the opening where it is shown, else as soon as it has an offer. It also tells the
 * decimals of a pair whose rules are not known yet, so that a surprise does not wait for exchangeInfo. A buy that
 * follows a market order takes its price from the book as it is then, from an older reading only after a short wait,
 * and never from one of before the opening. The cap is never above what an attempt before was allowed to pay, nor above
 * what the exchange has said it takes.
 */
final class Pricing {
    private final Listings listings;
    private final Venue venue;
    private final EventLoop loop;
    private final DecisionSettings settings;
    private final ReferencePrices references = new ReferencePrices();
    private final BookDecimals decimals = new BookDecimals();
    private final BookReadings book;

    Pricing(Listings listings, Venue venue, EventLoop loop, DecisionSettings settings) {
        this.listings = listings;
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
        this.book = new BookReadings(venue, loop, settings, references, decimals);
    }

    /**
     * @param amount what is left to spend
     * @return empty while a capped buy has no cap, or the decimals of its pair are not known
     */
    Optional<Terms> terms(PendingSignal pending, Configuration configuration, Amount amount) {
        Optional<TradingRules> rules = listings.rules(pending.signal().listingId());
        if (!pending.isCapped(configuration.orderStyle(), rules)) {
            return Optional.of(new Terms.Market(amount));
        }
        return cap(pending, configuration)
                .flatMap(price -> decimals.of(pending, rules)
                        .flatMap(known -> Terms.capped(amount, price, known.price(), known.quantity())));
    }

    /** The readings of the book that prices are made of. */
    BookReadings book() {
        return book;
    }

    /** Returns whether a capped buy of the listing would need the book: for its cap, or for the pair's decimals. */
    boolean needsBook(PendingSignal pending, Configuration configuration) {
        Optional<TradingRules> rules = listings.rules(pending.signal().listingId());
        return pending.isCapped(configuration.orderStyle(), rules)
                && (cap(pending, configuration).isEmpty()
                        || decimals.of(pending, rules).isEmpty());
    }

    /** Whether the configuration, as it is now, allows the price of terms that were decided before. */
    boolean isWithin(Terms terms, PendingSignal pending, Configuration configuration) {
        if (!(terms instanceof Terms.Capped capped)) {
            return true;
        }
        Price cap = configuration.priceCap();
        Ratio premium = configuration.maxPremium();
        return (cap == null || capped.price().compareTo(cap) <= 0)
                && (premium == null
                        || references
                                .bound(pending.key(), pending.openingTime(), premium)
                                .filter(bound -> capped.price().compareTo(bound) <= 0)
                                .isPresent());
    }

    /**
     * Returns how long the price of a buy that follows a market order may still come from a new reading only; zero when
     * an older one counts too. A reading that is under way is waited for two round trips longer.
     */
    Duration priceWait(PendingSignal pending) {
        boolean reading = book.isBeingRead(pending.key(), youngest(pending));
        Duration answer = reading ? venue.roundTrip().multipliedBy(2) : Duration.ZERO;
        Instant end = pending.notBefore().plus(settings.fallbackOfferWait()).plus(answer);
        Duration left = Duration.between(loop.now(), end);
        return followsMarket(pending) && left.isPositive() ? left : Duration.ZERO;
    }

    /** The market order of an attempt before has shown that the pair is open: no price of before counts. */
    private static boolean followsMarket(PendingSignal pending) {
        return pending.marketRefused() && pending.attempt() > pending.firstAttempt();
    }

    /**
     * Returns the price an attempt before was allowed to pay, where nothing else is known: it is within a cap of ours.
     * With a premium the reference must be known, because the exchange may have stated that price.
     */
    private Optional<Price> cap(PendingSignal pending, Configuration configuration) {
        Optional<Price> own = own(pending, configuration);
        Price highest = pending.highest();
        if (highest == null || (own.isEmpty() && configuration.maxPremium() != null)) {
            return own;
        }
        return Optional.of(
                own.map(price -> ReferencePrices.lower(price, highest)).orElse(highest));
    }

    private Optional<Price> own(PendingSignal pending, Configuration configuration) {
        Price configured = configuration.priceCap();
        Ratio premium = configuration.maxPremium();
        if (premium != null) {
            return references
                    .bound(
                            pending.key(),
                            pending.openingTime(),
                            premium,
                            followsMarket(pending) ? Instant.MAX : oldest(pending))
                    .map(bound -> configured == null ? bound : ReferencePrices.lower(bound, configured));
        }
        return configured != null
                ? Optional.of(configured)
                : book.offer(pending.key(), oldest(pending), followsMarket(pending))
                        .map(this::withSlippage);
    }

    /** Returns since when a reading counts. */
    private Instant oldest(PendingSignal pending) {
        return priceWait(pending).isZero() ? loop.now().minus(settings.offerMaxAge()) : youngest(pending);
    }

    private Instant youngest(PendingSignal pending) {
        return pending.notBefore().minus(settings.fallbackOfferAge());
    }

    private Price withSlippage(Price offer) {
        return Price.rounded(offer.value().multiply(BigDecimal.ONE.add(settings.slippage())));
    }
}

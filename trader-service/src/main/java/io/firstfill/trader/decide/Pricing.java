package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Listings;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decides on what terms a listing is bought next. A configured cap holds as it is; without one the cap is the best
 * offer of the book plus slippage, read before the opening where the book is shown, else as soon as the book has an
 * offer. The cap is never above what an attempt before was allowed to pay, nor above what the exchange has said it
 * takes.
 */
final class Pricing {
    /** A reading this old is of no use to anybody. */
    private static final Duration DROPPED = Duration.ofMinutes(1);

    private final Listings listings;
    private final Venue venue;
    private final EventLoop loop;
    private final DecisionSettings settings;
    private final Map<ListingKey, Offer> offers = new HashMap<>();
    private final Map<ListingKey, Reading> readings = new HashMap<>();

    /** @param asked when the book was asked for, by our clock */
    private record Offer(Price price, Instant asked) {}

    private record Reading(Instant at, CompletableFuture<ListingKey> known) {}

    Pricing(Listings listings, Venue venue, EventLoop loop, DecisionSettings settings) {
        this.listings = listings;
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
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
                .flatMap(price -> rules.flatMap(
                        known -> Terms.capped(amount, price, known.priceDecimals(), known.quantityDecimals())));
    }

    /** Returns whether a capped buy of the listing would need the book: it has no cap of its own. */
    boolean needsBook(PendingSignal pending, Configuration configuration) {
        return pending.isCapped(
                        configuration.orderStyle(),
                        listings.rules(pending.signal().listingId()))
                && cap(pending, configuration).isEmpty();
    }

    /**
     * Reads the best offer, unless it was read a moment ago: then the result is that of the earlier reading.
     *
     * @return completes on the event loop when an offer is known; never, when the book had none
     */
    CompletionStage<ListingKey> readBook(ListingKey key, Pair pair) {
        Instant now = loop.now();
        readings.values().removeIf(reading -> reading.at().plus(DROPPED).isBefore(now));
        offers.keySet().retainAll(readings.keySet());
        Reading last = readings.get(key);
        if (last != null && now.isBefore(last.at().plus(settings.bookInterval()))) {
            return last.known();
        }
        Reading reading = new Reading(now, new CompletableFuture<>());
        readings.put(key, reading);
        venue.bestAsk(pair)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(offer -> loop.execute(() -> offer.ifPresent(price -> {
                    offers.put(key, new Offer(price, now));
                    reading.known().complete(key);
                })));
        return reading.known();
    }

    /** A book that had no offer before our own order, or whose offer is too old, is read again at once. */
    void readAgainSoon(ListingKey key) {
        if (offer(key).isEmpty()) {
            readings.remove(key);
        }
    }

    void forget(ListingKey key) {
        offers.remove(key);
        readings.remove(key);
    }

    /**
     * Returns the price an attempt before was allowed to pay, where nothing else is known: it is within a cap of ours.
     */
    private Optional<Price> cap(PendingSignal pending, Configuration configuration) {
        Price configured = configuration.priceCap();
        Optional<Price> own = configured != null
                ? Optional.of(configured)
                : offer(pending.key()).map(this::withSlippage);
        Price highest = pending.highest();
        return highest == null
                ? own
                : Optional.of(own.filter(price -> price.compareTo(highest) < 0).orElse(highest));
    }

    /** The best offer, unless it was read so long ago that it belongs to another market. */
    private Optional<Price> offer(ListingKey key) {
        Instant oldest = loop.now().minus(settings.offerMaxAge());
        return Optional.ofNullable(offers.get(key))
                .filter(known -> !known.asked().isBefore(oldest))
                .map(Offer::price);
    }

    private Price withSlippage(Price offer) {
        return Price.rounded(offer.value().multiply(BigDecimal.ONE.add(settings.slippage())));
    }
}

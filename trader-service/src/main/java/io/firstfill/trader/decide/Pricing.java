package io.firstfill.trader.decide;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Ratio;
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
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what terms a listing is bought next. The cap of a capped buy is the lowest of the configured cap and the
 * reference price plus the configured premium; where neither is configured, it is the best offer of the book plus
 * slippage. The book is read before the opening where it is shown, else as soon as it has an offer. It also tells the
 * decimals of a pair whose rules are not known yet, so that a surprise does not wait for exchangeInfo. A buy that
 * follows a market order takes its price from the book as it is then, and from an older reading only after a short
 * wait. The cap is never above what an attempt before was allowed to pay, nor above what the exchange has said it
 * takes.
 */
final class Pricing {
    /** A reading this old is of no use to anybody. */
    private static final Duration DROPPED = Duration.ofMinutes(1);

    private final Listings listings;
    private final Venue venue;
    private final EventLoop loop;
    private final DecisionSettings settings;
    private final ReferencePrices references = new ReferencePrices();
    private final BookDecimals decimals = new BookDecimals();
    private final Map<ListingKey, Offer> offers = new HashMap<>();
    private final Map<ListingKey, Reading> readings = new HashMap<>();

    /** @param asked when the book was asked for, by our clock */
    private record Offer(Price price, Instant asked) {}

    /**
     * @param at when the exchange was asked, by our clock
     * @param known completes with the first price
     * @param answered completes with or without a price
     */
    private record Reading(Instant at, CompletableFuture<ListingKey> known, CompletableFuture<Void> answered) {}

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
                .flatMap(price -> decimals.of(pending, rules)
                        .flatMap(known -> Terms.capped(amount, price, known.price(), known.quantity())));
    }

    /** Returns whether a capped buy of the listing would need the book: for its cap, or for the pair's decimals. */
    boolean needsBook(PendingSignal pending, Configuration configuration) {
        Optional<TradingRules> rules = listings.rules(pending.signal().listingId());
        return pending.isCapped(configuration.orderStyle(), rules)
                && (cap(pending, configuration).isEmpty()
                        || decimals.of(pending, rules).isEmpty());
    }

    /**
     * A question about the prices of a listing.
     *
     * @param opening by the exchange's clock; null for a surprise
     * @param premium whether a premium is counted from the prices, so that the first trade is of use
     */
    record Question(ListingKey key, Pair pair, @Nullable Instant opening, boolean premium) {}

    /**
     * Reads the best offer, and the first trade where it is of use, unless they were read a moment ago: then the result
     * is that of the earlier reading.
     *
     * @return completes on the event loop when a price is known; never, when there was none
     */
    CompletionStage<ListingKey> readBook(Question question) {
        ListingKey key = question.key();
        Instant now = loop.now();
        readings.values().removeIf(reading -> reading.at().plus(DROPPED).isBefore(now));
        offers.keySet().retainAll(readings.keySet());
        Reading last = readings.get(key);
        if (last != null && now.isBefore(last.at().plus(settings.bookInterval()))) {
            return last.known();
        }
        Reading reading = new Reading(now, new CompletableFuture<>(), new CompletableFuture<>());
        readings.put(key, reading);
        boolean opened = isOpen(question.opening());
        Uni<Optional<Price>> traded = question.premium() && opened
                ? venue.firstTrade(question.pair(), question.opening())
                : Uni.createFrom().item(Optional.empty());
        Uni.combine()
                .all()
                .unis(orNone(traded), orNone(venue.bestOffer(question.pair())))
                .asTuple()
                .subscribe()
                .with(prices ->
                        loop.execute(() -> known(question, opened, reading, prices.getItem1(), prices.getItem2())));
        return reading.known();
    }

    private boolean isOpen(@Nullable Instant opening) {
        return opening == null || !venue.exchangeTime().isBefore(opening);
    }

    private static <T> Uni<Optional<T>> orNone(Uni<Optional<T>> price) {
        return price.onFailure().recoverWithItem(Optional.empty());
    }

    private void known(
            Question question, boolean opened, Reading reading, Optional<Price> traded, Optional<Venue.Offer> offered) {
        ListingKey key = question.key();
        Instant at = reading.at();
        traded.ifPresent(price -> references.traded(key, question.opening(), price, at));
        offered.ifPresent(best -> {
            decimals.shown(key, best.digits(), at);
            offers.put(key, new Offer(best.price(), at));
            references.offered(key, question.opening(), best.price(), opened, at);
        });
        reading.answered().complete(null);
        if (traded.isPresent() || offered.isPresent()) {
            reading.known().complete(key);
        }
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
     * The book is read again at once, unless it was read a moment ago with an offer, or a reading that young is under
     * way.
     */
    void readAgainSoon(ListingKey key) {
        Instant youngest = loop.now().minus(settings.fallbackOfferAge());
        Reading last = readings.get(key);
        boolean useful = last != null
                && !last.at().isBefore(youngest)
                && (!last.answered().isDone() || offer(key, youngest).isPresent());
        if (!useful) {
            readings.remove(key);
        }
    }

    /**
     * Returns how long the price of a buy that follows a market order may still come from a new reading; zero when an
     * older one counts too.
     */
    Duration priceWait(PendingSignal pending) {
        Instant end = pending.notBefore().plus(settings.fallbackOfferWait());
        Duration left = Duration.between(loop.now(), end);
        return pending.marketRefused() && left.isPositive() ? left : Duration.ZERO;
    }

    void forget(ListingKey key) {
        offers.remove(key);
        readings.remove(key);
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
                    .bound(pending.key(), pending.openingTime(), premium, oldest(pending))
                    .map(bound -> configured == null ? bound : ReferencePrices.lower(bound, configured));
        }
        return configured != null
                ? Optional.of(configured)
                : offer(pending.key(), oldest(pending)).map(this::withSlippage);
    }

    /** Returns since when a reading counts. */
    private Instant oldest(PendingSignal pending) {
        return priceWait(pending).isZero()
                ? loop.now().minus(settings.offerMaxAge())
                : pending.notBefore().minus(settings.fallbackOfferAge());
    }

    /** The best offer, unless it was read so long ago that it belongs to another market. */
    private Optional<Price> offer(ListingKey key, Instant oldest) {
        return Optional.ofNullable(offers.get(key))
                .filter(known -> !known.asked().isBefore(oldest))
                .map(Offer::price);
    }

    private Price withSlippage(Price offer) {
        return Price.rounded(offer.value().multiply(BigDecimal.ONE.add(settings.slippage())));
    }
}

package io.firstfill.trader.decide;

import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads best offers with the digits of their books, and first trades, and keeps the last offer of each listing.
 * Confined to the event loop.
 */
final class BookReadings {
    /** A reading this old is of no use to anybody. */
    private static final Duration DROPPED = Duration.ofMinutes(1);

    private final Venue venue;
    private final EventLoop loop;
    private final DecisionSettings settings;
    private final ReferencePrices references;
    private final BookDecimals decimals;
    private final Map<ListingKey, Offer> offers = new HashMap<>();
    private final Map<ListingKey, Reading> readings = new HashMap<>();

    /** @param reading that has shown the price */
    private record Offer(Price price, Reading reading) {}

    /**
     * @param at when the exchange was asked, by our clock
     * @param opened whether the pair's opening had passed
     * @param known completes with the first price
     * @param answered completes with or without a price
     */
    private record Reading(
            Instant at, boolean opened, CompletableFuture<ListingKey> known, CompletableFuture<Void> answered) {
        boolean isAnswered() {
            return answered.isDone();
        }
    }

    /**
     * A question about the prices of a listing.
     *
     * @param opening by the exchange's clock; null for a surprise
     * @param premium whether a premium is counted from the prices, so that the first trade is of use
     */
    record Question(ListingKey key, Pair pair, @Nullable Instant opening, boolean premium) {}

    /**
     * @param references takes the prices that are read
     * @param decimals takes the digits that are read
     */
    BookReadings(
            Venue venue, EventLoop loop, DecisionSettings settings, ReferencePrices references, BookDecimals decimals) {
        this.venue = venue;
        this.loop = loop;
        this.settings = settings;
        this.references = references;
        this.decimals = decimals;
    }

    /**
     * Reads the best offer, and the first trade where it is of use, unless they were read a moment ago or a reading is
     * under way: then the result is that of the earlier reading.
     *
     * @return completes on the event loop when a price is known; never, when there was none
     */
    CompletionStage<ListingKey> read(Question question) {
        ListingKey key = question.key();
        Instant now = loop.now();
        readings.values().removeIf(reading -> reading.at().plus(DROPPED).isBefore(now));
        offers.values().removeIf(offer -> offer.reading().at().plus(DROPPED).isBefore(now));
        Reading last = readings.get(key);
        if (last != null && (!last.isAnswered() || now.isBefore(last.at().plus(settings.bookInterval())))) {
            return last.known();
        }
        boolean opened = isOpen(question.opening());
        Reading reading = new Reading(now, opened, new CompletableFuture<>(), new CompletableFuture<>());
        readings.put(key, reading);
        Uni<Optional<Price>> traded = question.premium() && opened
                ? venue.firstTrade(question.pair(), question.opening())
                : Uni.createFrom().item(Optional.empty());
        Uni.combine()
                .all()
                .unis(orNone(traded), orNone(venue.bestOffer(question.pair())))
                .asTuple()
                .subscribe()
                .with(prices -> loop.execute(() -> known(question, reading, prices.getItem1(), prices.getItem2())));
        return reading.known();
    }

    private boolean isOpen(@Nullable Instant opening) {
        return opening == null || !venue.exchangeTime().isBefore(opening);
    }

    private static <T> Uni<Optional<T>> orNone(Uni<Optional<T>> price) {
        return price.onFailure().recoverWithItem(Optional.empty());
    }

    private void known(Question question, Reading reading, Optional<Price> traded, Optional<Venue.Offer> offered) {
        ListingKey key = question.key();
        Instant at = reading.at();
        traded.ifPresent(price -> references.traded(key, question.opening(), price, at));
        offered.ifPresent(best -> {
            decimals.shown(key, best, at);
            offers.merge(
                    key,
                    new Offer(best.price(), reading),
                    (known, now) -> known.reading().at().isAfter(at) ? known : now);
            references.offered(key, question.opening(), best.price(), reading.opened(), at);
        });
        reading.answered().complete(null);
        if (traded.isPresent() || offered.isPresent()) {
            reading.known().complete(key);
        }
    }

    /**
     * The book is read again at once, unless it was read a moment ago with an offer, or a reading that young is under
     * way.
     */
    void readAgainSoon(ListingKey key) {
        Instant youngest = loop.now().minus(settings.fallbackOfferAge());
        Reading last = readings.get(key);
        boolean useful = last != null
                && last.opened()
                && !last.at().isBefore(youngest)
                && (!last.isAnswered() || offer(key, youngest, true).isPresent());
        if (!useful) {
            readings.remove(key);
        }
    }

    /** Returns whether a reading is under way that was begun no earlier than that, by our clock. */
    boolean isBeingRead(ListingKey key, Instant earliest) {
        Reading last = readings.get(key);
        return last != null && !last.isAnswered() && !last.at().isBefore(earliest);
    }

    void forget(ListingKey key) {
        offers.remove(key);
        readings.remove(key);
    }

    /**
     * The best offer, unless it was read so long ago that it belongs to another market.
     *
     * @param opened whether an offer of before the opening is no use
     */
    Optional<Price> offer(ListingKey key, Instant oldest, boolean opened) {
        return Optional.ofNullable(offers.get(key))
                .filter(known -> !known.reading().at().isBefore(oldest))
                .filter(known -> known.reading().opened() || !opened)
                .map(Offer::price);
    }
}

package io.firstfill.trader.listing;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signal that has not become an order yet, or is armed and may still be disarmed.
 *
 * @param openingTime by the exchange's clock; null for a surprise
 * @param deadline no request leaves after it; by the exchange's clock when scheduled, ours for a surprise
 * @param attempt the next one, from 1
 * @param notBefore our clock: the back-off of a second attempt
 * @param marketRefused a market order of it was refused as such, or did not spend the amount
 * @param highest no further attempt pays more: what an attempt of ours allowed, and the exchange took
 */
public record Waiting(
        ListingSignal signal,
        Instant consumedAt,
        @Nullable Instant openingTime,
        Instant deadline,
        int attempt,
        Instant notBefore,
        boolean marketRefused,
        @Nullable Price highest) {
    public Waiting {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(consumedAt, "consumedAt");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(notBefore, "notBefore");
    }

    static Waiting of(ListingSignal signal, Instant consumedAt) {
        return new Waiting(signal, consumedAt, signal.openingTime(), signal.deadline(), 1, consumedAt, false, null);
    }

    public ListingKey key() {
        return new ListingKey(signal.runId(), signal.listingId());
    }

    /** The time to try moves with the opening. */
    Waiting rescheduled(Instant opening) {
        Instant before = openingTime;
        Duration window = before == null ? Duration.ZERO : Duration.between(before, deadline);
        return before == null
                ? this
                : new Waiting(
                        signal, consumedAt, opening, opening.plus(window), attempt, notBefore, marketRefused, highest);
    }

    Waiting withAttempt(int number, Instant from) {
        return new Waiting(signal, consumedAt, openingTime, deadline, number, from, marketRefused, highest);
    }

    Waiting withoutMarket() {
        return new Waiting(signal, consumedAt, openingTime, deadline, attempt, notBefore, true, highest);
    }

    Waiting upTo(Price stated) {
        return new Waiting(signal, consumedAt, openingTime, deadline, attempt, notBefore, marketRefused, stated);
    }

    /** Whether the next attempt is a capped one: where the style allows, also on a pair that lists no market orders. */
    public boolean isCapped(OrderStyle style, Optional<TradingRules> rules) {
        return switch (style) {
            case MARKET -> false;
            case IOC_CAPPED -> true;
            case MARKET_THEN_IOC ->
                marketRefused || rules.filter(Waiting::lacksMarket).isPresent();
        };
    }

    /** A pair that lists nothing says nothing. */
    static boolean lacksMarket(TradingRules rules) {
        return !rules.orderTypes().isEmpty() && !rules.orderTypes().contains(OrderType.MARKET.name());
    }
}

package io.firstfill.trader.listing;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signal that has not become an order yet, or is armed and may still be disarmed.
 *
 * @param openingTime by the exchange's clock; null for a surprise
 * @param deadline no request leaves after it; by the exchange's clock when scheduled, ours for a surprise
 * @param attempt the next one, from 1
 * @param notBefore our clock: the back-off of a second attempt
 * @param marketRefused a market order of it was refused as such, or accepted and cancelled with nothing filled
 * @param highest the highest price the exchange said it takes
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

    Waiting nextAttempt(Instant from) {
        return new Waiting(signal, consumedAt, openingTime, deadline, attempt + 1, from, marketRefused, highest);
    }

    Waiting withoutMarket() {
        return new Waiting(signal, consumedAt, openingTime, deadline, attempt, notBefore, true, highest);
    }

    Waiting upTo(Price stated) {
        return new Waiting(signal, consumedAt, openingTime, deadline, attempt, notBefore, marketRefused, stated);
    }

    /** Whether the next attempt is a capped one. */
    public boolean isCapped(OrderStyle style) {
        return switch (style) {
            case MARKET -> false;
            case IOC_CAPPED -> true;
            case MARKET_THEN_IOC -> marketRefused;
        };
    }
}

package io.firstfill.trader.listing;

import io.firstfill.contract.listing.ListingSignal;
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
 */
public record Waiting(
        ListingSignal signal,
        Instant consumedAt,
        @Nullable Instant openingTime,
        Instant deadline,
        int attempt,
        Instant notBefore) {
    public Waiting {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(consumedAt, "consumedAt");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(notBefore, "notBefore");
    }

    static Waiting of(ListingSignal signal, Instant consumedAt) {
        return new Waiting(signal, consumedAt, signal.openingTime(), signal.deadline(), 1, consumedAt);
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
                : new Waiting(signal, consumedAt, opening, opening.plus(window), attempt, notBefore);
    }

    Waiting nextAttempt(Instant from) {
        return new Waiting(signal, consumedAt, openingTime, deadline, attempt + 1, from);
    }
}

package io.firstfill.trader.decide;

import io.firstfill.trader.order.Buy;
import java.time.Duration;
import java.time.Instant;

/** The decision about one pending signal. */
public sealed interface Decision {
    /**
     * Decide again after the delay.
     *
     * @param wantsPrice whether a price is missing, so that the book should be read
     */
    record Wait(Duration delay, boolean wantsPrice) implements Decision {}

    /** Arm the buy for its opening, by the exchange's clock. */
    record Arm(Buy buy, Instant opening) implements Decision {}

    /** Submit the buy at once. */
    record Submit(Buy buy) implements Decision {}

    /** Do not buy. */
    record Deny(Refusal refusal) implements Decision {}
}

package io.firstfill.trader.position;

import io.firstfill.contract.exit.SellTimeline;
import io.firstfill.trader.order.PlaceAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds one moment after the other to a {@link SellTimeline}, each when it becomes known. */
public final class SellTimes {
    private SellTimes() {}

    /** The submission is durable, and the request that leaves now has been signed, by our clock. */
    public static SellTimeline sent(SellTimeline t, Instant durable, Instant signed) {
        Instant first = t.submittedAt();
        return new SellTimeline(
                t.pricedAt(),
                t.triggeredAt(),
                first == null ? durable : first,
                signed,
                t.writtenAt(),
                t.answeredAt(),
                t.filledAt(),
                t.exchangeTime());
    }

    /** @param exchangeTime by the exchange's clock; null where the answer does not state it */
    public static SellTimeline answered(
            SellTimeline t, PlaceAnswer.@Nullable Travel travel, @Nullable Instant exchangeTime) {
        return new SellTimeline(
                t.pricedAt(),
                t.triggeredAt(),
                t.submittedAt(),
                t.signedAt(),
                travel == null ? t.writtenAt() : travel.writtenAt(),
                travel == null ? t.answeredAt() : travel.answeredAt(),
                t.filledAt(),
                exchangeTime == null ? t.exchangeTime() : exchangeTime);
    }

    static SellTimeline filled(SellTimeline t, Instant at) {
        Instant first = t.filledAt();
        return new SellTimeline(
                t.pricedAt(),
                t.triggeredAt(),
                t.submittedAt(),
                t.signedAt(),
                t.writtenAt(),
                t.answeredAt(),
                first == null ? at : first,
                t.exchangeTime());
    }
}

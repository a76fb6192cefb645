package io.firstfill.ledger;

import io.firstfill.contract.order.Timeline;
import java.time.Duration;
import java.time.Instant;

/** Timelines of orders for tests. */
public final class Timelines {
    private Timelines() {}

    /** Returns the times of a scheduled buy that has been written and has no answer yet. */
    public static Timeline unanswered(Instant at) {
        return new Timeline(
                at.plusMillis(1),
                at.plusMillis(1),
                at,
                at.plusNanos(100_000),
                at.plusNanos(300_000),
                at.plusNanos(400_000),
                at.plusNanos(1_500_000),
                at.plusNanos(350_000),
                at.plusNanos(1_700_000),
                null,
                null,
                null);
    }

    /** Returns all times of a surprise, each a {@code step} after the one before. */
    public static Timeline surprise(Instant at, Duration step) {
        Instant[] times = new Instant[10];
        for (int i = 0; i < times.length; i++) {
            times[i] = at.plus(step.multipliedBy(i));
        }
        return new Timeline(
                null, times[0], times[1], times[2], times[3], times[4], times[5], times[6], times[7], times[8],
                times[9], at);
    }

    /** Returns all times of a scheduled buy that was signed long before the opening and written 200 µs before it. */
    public static Timeline scheduled(Instant opening) {
        return new Timeline(
                opening,
                opening,
                opening.minusSeconds(600),
                opening.minusSeconds(599),
                opening.minusSeconds(598),
                opening.minusNanos(500_000),
                opening.plusMillis(3),
                opening.minusSeconds(60),
                opening.minusNanos(200_000),
                opening.plusMillis(2),
                opening.plusMillis(9),
                opening);
    }
}

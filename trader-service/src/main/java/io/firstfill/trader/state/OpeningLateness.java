package io.firstfill.trader.state;

import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How much later than announced the last openings of one exchange came, as the first order that each took shows it:
 * half of a gap between two probes before it. It shapes the volley of the next opening. Known from the replayed orders
 * at a start. Confined to the event loop.
 */
public final class OpeningLateness {
    private static final int KEPT = 32;
    /** With fewer openings the likely time is that of the recorded ones of 2025, 23 and 39 ms. */
    private static final int ENOUGH = 8;

    private static final Duration SHORTEST = Duration.ofMillis(40);
    private static final Duration LONGEST = Duration.ofMillis(120);

    /** Percent. One opening at least is left out: a single late one does not make the probes of the next ones rare. */
    private static final int COVERED = 95;

    /** The first request of an opening arrives this late where all went well on our side. */
    private static final Duration IN_TIME = Duration.ofMillis(10);
    /**
     * Fewer refusals are those of a buy that had few requests. An order that follows them late would widen the next
     * volley, whose few requests would then be as late, and so on.
     */
    private static final int VOLLEY = 3;

    private final Deque<Duration> recent = new ArrayDeque<>();

    /**
     * Takes what the first accepted order for an opening shows: nothing where it was sent late and no refusal came
     * before, or one or two long before, because then we may have been late and not the opening.
     */
    void accepted(OrderAccepted event) {
        Timeline timeline = event.timeline();
        Instant opening = timeline == null ? null : timeline.openingTime();
        Instant taken = timeline == null ? null : timeline.exchangeTime();
        if (opening == null || taken == null) {
            return;
        }
        Duration late = Duration.between(opening, taken);
        boolean waited = event.probes() < VOLLEY && late.compareTo(event.probes() == 0 ? IN_TIME : SHORTEST) > 0;
        if (waited) {
            return;
        }
        // The opening came between the last refusal and the acceptance.
        recent.addLast(late.minus(late.dividedBy(2L * Math.max(1, event.probes()))));
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
    }

    /** The time after the announced opening in which the next one is likely, from 40 to 120 ms. */
    public Duration window() {
        Duration likely = likely();
        return likely.compareTo(SHORTEST) < 0 ? SHORTEST : likely;
    }

    /** How late nearly all openings were at most, from 0 to 120 ms; 40 ms while too few are known. */
    public Duration likely() {
        if (recent.size() < ENOUGH) {
            return SHORTEST;
        }
        List<Duration> sorted = recent.stream().sorted().toList();
        int most = Math.min(Math.ceilDiv(COVERED * sorted.size(), 100), sorted.size() - 1);
        Duration covered = sorted.get(most - 1);
        if (covered.isNegative()) {
            return Duration.ZERO;
        }
        return covered.compareTo(LONGEST) > 0 ? LONGEST : covered;
    }

    /** Returns whether the next opening may come after the window: too few are known, or one has. */
    public boolean mayExceedWindow() {
        Duration window = window();
        return recent.size() < ENOUGH || recent.stream().anyMatch(late -> late.compareTo(window) > 0);
    }
}

package io.firstfill.trader.reconcile;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.trader.order.Buy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The orders that are being looked up. Confined to the event loop. */
final class Trackings {
    /** After a pushed end that another attempt follows: the look-ups of that attempt come first. */
    private static final Duration AFTER_FALLBACK = Duration.ofMillis(1_500);

    private final Map<ClientOrderId, Tracking> open = new HashMap<>();
    /** Since when the exchange could be asked by this process: no time without a process or without a key counts. */
    private final Map<ClientOrderId, Instant> askedSince = new HashMap<>();

    /** Until when the order is not looked up. */
    private final Map<ClientOrderId, Instant> restsUntil = new HashMap<>();

    Tracking begin(Buy buy, Instant now) {
        Tracking tracking = Tracking.begin();
        open.put(buy.clientOrderId(), tracking);
        askedSince.put(buy.clientOrderId(), now);
        return tracking;
    }

    Instant askedSince(Buy buy, Instant now) {
        return askedSince.getOrDefault(buy.clientOrderId(), now);
    }

    /** There is no key to ask with: the time so far does not count. */
    void couldNotAsk(Buy buy, Instant now) {
        askedSince.put(buy.clientOrderId(), now);
    }

    /** The order has been asked about once, and what was learned is durable, or can never be written. */
    void looked(Buy buy) {
        Tracking tracking = open.get(buy.clientOrderId());
        if (tracking != null) {
            tracking.firstLook().complete(null);
        }
    }

    /** The exchange has pushed that the order has bought nothing. */
    void emptied(ReconcileResult.PushedEmpty pushed, Instant now) {
        Tracking tracking = open.get(pushed.buy().clientOrderId());
        if (tracking != null && !tracking.emptied().isDone()) {
            restsUntil.put(pushed.buy().clientOrderId(), now.plus(AFTER_FALLBACK));
            tracking.emptied().complete(pushed);
        }
    }

    /** The order may be looked up again. */
    void goOn(Buy buy) {
        restsUntil.remove(buy.clientOrderId());
    }

    /** Returns how long the order is not looked up yet; zero or less where it may be. */
    Duration rest(Buy buy, Instant now) {
        return Duration.between(now, restsUntil.getOrDefault(buy.clientOrderId(), now));
    }

    void settled(ReconcileResult result) {
        ClientOrderId id = result.buy().clientOrderId();
        askedSince.remove(id);
        restsUntil.remove(id);
        Tracking tracking = open.get(id);
        if (tracking != null) {
            tracking.result().complete(result);
        }
    }

    void forgetEnded() {
        open.values()
                .removeIf(tracking ->
                        tracking.result().isDone() && tracking.firstLook().isDone());
    }
}

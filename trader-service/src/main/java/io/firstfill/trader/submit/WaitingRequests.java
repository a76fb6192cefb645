package io.firstfill.trader.submit;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.trader.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The orders whose next request waits for its time: no request of theirs is unanswered. Confined to the event loop. */
final class WaitingRequests {
    private final EventLoop loop;
    private final Map<ClientOrderId, Timer> timers = new HashMap<>();

    private record Timer(BooleanSupplier cancel, Runnable send) {}

    WaitingRequests(EventLoop loop) {
        this.loop = loop;
    }

    /** Sends at that time, by our clock. */
    void at(ClientOrderId id, Instant time, Runnable send) {
        Runnable cancel = loop.after(Duration.between(loop.now(), time), () -> {
            timers.remove(id);
            send.run();
        });
        put(
                id,
                () -> {
                    cancel.run();
                    return true;
                },
                send);
    }

    /**
     * Keeps a request that another timer sends.
     *
     * @param cancel false when the request has left
     * @param send takes the last check and sends, after a cancel
     */
    void put(ClientOrderId id, BooleanSupplier cancel, Runnable send) {
        timers.put(id, new Timer(cancel, send));
    }

    /** The request has left. */
    void left(ClientOrderId id) {
        timers.remove(id);
    }

    /** Has the chosen orders take the last check before a request now, instead of at their time. */
    void sendNow(Predicate<ClientOrderId> chosen) {
        for (ClientOrderId id : List.copyOf(timers.keySet())) {
            if (chosen.test(id)) {
                Optional.ofNullable(timers.remove(id))
                        .filter(one -> one.cancel().getAsBoolean())
                        .ifPresent(one -> one.send().run());
            }
        }
    }
}

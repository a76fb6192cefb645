package io.firstfill.trader.submit;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.trader.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The orders whose next request waits for its time: no request of theirs is unanswered. Confined to the event loop. */
final class WaitingRequests {
    private final EventLoop loop;
    private final Map<ClientOrderId, Timer> timers = new HashMap<>();

    private record Timer(Runnable cancel, Runnable send) {}

    WaitingRequests(EventLoop loop) {
        this.loop = loop;
    }

    /** Sends at that time, by our clock. */
    void at(ClientOrderId id, Instant time, Runnable send) {
        Runnable cancel = loop.after(Duration.between(loop.now(), time), () -> {
            timers.remove(id);
            send.run();
        });
        timers.put(id, new Timer(cancel, send));
    }

    /** Has the chosen orders take the last check before a request now, instead of at their time. */
    void sendNow(Predicate<ClientOrderId> chosen) {
        for (ClientOrderId id : List.copyOf(timers.keySet())) {
            if (chosen.test(id)) {
                Optional.ofNullable(timers.remove(id)).ifPresent(one -> {
                    one.cancel().run();
                    one.send().run();
                });
            }
        }
    }
}

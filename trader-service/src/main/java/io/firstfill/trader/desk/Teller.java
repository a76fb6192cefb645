package io.firstfill.trader.desk;

import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Turns decisions into memory and facts, in that order, and tells when a buy has ended. */
final class Teller {
    private static final Logger LOG = Logger.getLogger(Teller.class);

    private final DeskParts desk;
    private final List<Consumer<Buy>> afterEnd = new ArrayList<>();
    private final List<Consumer<Buy>> armed = new ArrayList<>();

    Teller(DeskParts desk) {
        this.desk = desk;
    }

    void afterEnd(Consumer<Buy> listener) {
        afterEnd.add(listener);
    }

    void onArmed(Consumer<Buy> listener) {
        armed.add(listener);
    }

    void commit(Step step) {
        commit(step, () -> {});
    }

    /** @param durable run on any thread when all of the step's facts are on the topic; at once when there are none */
    void commit(Step step, Runnable durable) {
        desk.state().put(step.next());
        step.events().forEach(desk.state().fills::learn);
        AtomicInteger open = new AtomicInteger(step.events().size());
        step.events()
                .forEach(event -> tell(event, () -> {
                    if (open.decrementAndGet() == 0) {
                        durable.run();
                    }
                }));
        if (step.events().isEmpty()) {
            durable.run();
        }
        if (step.next() instanceof BuyState.Armed waiting) {
            armed.forEach(listener -> listener.accept(waiting.buy()));
        }
        if (step.next() instanceof BuyState.Ended ended) {
            afterEnd.forEach(listener -> listener.accept(ended.buy()));
        }
    }

    private void tell(OrderEvent event, Runnable durable) {
        desk.hops().count(event.type());
        switch (event) {
            case OrderAccepted accepted -> desk.hops().accepted(accepted.timeline());
            case OrderRejected rejected -> desk.hops().refused(rejected.timeline());
            case OrderFilled filled -> desk.hops().ended(filled.timeline());
            case OrderCanceled canceled -> desk.hops().ended(canceled.timeline());
            default -> LOG.debugf("Told: type=%s run=%s", event.type(), event.runId());
        }
        desk.journal().tell(event, durable);
    }
}

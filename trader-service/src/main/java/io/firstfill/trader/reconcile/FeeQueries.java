package io.firstfill.trader.reconcile;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the fee of every order that has bought something, some seconds after its end, and takes a fee in the base
 * asset from the position: what was bought is not all there to be sold. The end itself is published without waiting.
 */
public final class FeeQueries {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int MOST_QUESTIONS = 6;

    private final EngineState state;
    private final OrderCommitter committer;
    private final Venue venue;
    private final EventLoop loop;
    /** Orders that were asked about by this process. */
    private final Set<ClientOrderId> asked = new HashSet<>();

    private record Bought(ExchangeOrderId id, Quantity quantity) {}

    public FeeQueries(EngineState state, OrderCommitter committer, Venue venue, EventLoop loop) {
        this.state = state;
        this.committer = committer;
        this.venue = venue;
        this.loop = loop;
    }

    /** To be called about once a second. */
    public void check() {
        List<OrderStep> ends = state.boughtBy();
        Set<ClientOrderId> open = new HashSet<>();
        for (OrderStep end : ends) {
            open.add(end.clientOrderId());
            if (asked.add(end.clientOrderId())) {
                later(end, FIRST, MOST_QUESTIONS);
            }
        }
        asked.retainAll(open);
    }

    private void later(OrderStep end, Duration delay, int questions) {
        bought(end)
                .filter(any -> questions > 0)
                .ifPresent(bought -> loop.after(
                        delay,
                        () -> venue.fee(end.pair(), bought.id(), bought.quantity())
                                .onFailure()
                                .recoverWithItem(Optional.empty())
                                .subscribe()
                                .with(fee -> loop.execute(() -> answered(end, fee, delay, questions)))));
    }

    private void answered(OrderStep end, Optional<Quantity> fee, Duration delay, int questions) {
        if (fee.isEmpty()) {
            later(end, delay.multipliedBy(2), questions - 1);
        } else if (!fee.get().isZero()) {
            state.withoutFee(end, fee.get()).ifPresent(changed -> committer.commit(List.of(changed)));
        }
    }

    private static Optional<Bought> bought(OrderStep end) {
        return switch (end) {
            case OrderFilled whole -> Optional.of(new Bought(whole.exchangeOrderId(), whole.filledQuantity()));
            case OrderCanceled part -> Optional.of(new Bought(part.exchangeOrderId(), part.filledQuantity()));
            default -> Optional.empty();
        };
    }
}

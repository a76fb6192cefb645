package io.firstfill.trader.desk;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.LookUp;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the exchange is asked about an order; every answer comes on the desk's thread. */
final class Questions {
    /** How far before the last moment it could be taken an order is searched for. */
    private static final Duration SEARCHED = Duration.ofMinutes(10);

    private final DeskParts desk;

    Questions(DeskParts desk) {
        this.desk = desk;
    }

    void find(Buy buy, Consumer<LookUp> then) {
        ask(desk.venue().find(buy.pair(), buy.clientOrderId()), then);
    }

    /** Through all orders and our trades; the answer is dropped when the order has moved on meanwhile. */
    void search(BuyState state, @Nullable ExchangeOrderId known, Instant validUntil, Consumer<LookUp> then) {
        Buy buy = state.buy();
        Instant to = desk.venue().exchangeTime();
        ask(desk.venue().search(buy.pair(), buy.clientOrderId(), known, validUntil.minus(SEARCHED), to), answer -> {
            if (state.equals(desk.state().buy(buy.clientOrderId()).orElse(null))) {
                then.accept(answer);
            }
        });
    }

    private void ask(Uni<LookUp> question, Consumer<LookUp> then) {
        question.subscribe()
                .with(
                        answer -> desk.thread().execute(() -> then.accept(answer)),
                        bug -> desk.thread()
                                .execute(() -> then.accept(
                                        new LookUp.Unanswered(bug.getClass().getSimpleName(), null))));
    }
}

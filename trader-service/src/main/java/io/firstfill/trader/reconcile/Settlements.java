package io.firstfill.trader.reconcile;

import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.BuyState.InDoubt;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.state.SettledOrder;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends orders in doubt as a person states. The exchange is asked about them for as long as it lists them: an answer, or
 * a push, that contradicts the person raises an alert and changes nothing, because what was published is never counted
 * twice.
 */
public final class Settlements {
    private static final Logger LOG = Logger.getLogger(Settlements.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /** Stands for the id of an order that the exchange has never shown. */
    private static final ExchangeOrderId BY_HAND = ExchangeOrderId.of("settled-by-hand");

    private final EngineState state;
    private final OrderCommitter committer;
    private final OrderReconciler reconciler;
    private final OrderQueries queries;
    private final EventLoop loop;
    private final Alerts alerts;

    public Settlements(
            EngineState state,
            OrderCommitter committer,
            OrderReconciler reconciler,
            OrderQueries queries,
            EventLoop loop,
            Alerts alerts) {
        this.state = state;
        this.committer = committer;
        this.reconciler = reconciler;
        this.queries = queries;
        this.loop = loop;
        this.alerts = alerts;
    }

    /** Carries out what was asked before this process began, and asks on about what was settled then. */
    public void resume() {
        state.settlements().asked().forEach(this::settle);
        state.settlements().all().forEach(this::watch);
    }

    /** Refused without any effect when the order is not in doubt, or what is stated of it cannot be. */
    public void settle(SettleOrder command) {
        InDoubt doubtful = state.orders()
                .find(command.clientOrderId())
                .filter(InDoubt.class::isInstance)
                .map(InDoubt.class::cast)
                .orElse(null);
        if (doubtful == null) {
            LOG.warnf("Not settled: order=%s is not in doubt", command.clientOrderId());
            return;
        }
        OrderSnapshot stated = stated(command, doubtful);
        if (!stated.isConclusive() || stated.spent().exceeds(doubtful.buy().quoteAmount())) {
            LOG.warnf("Not settled: order=%s cannot have executed what is stated", command.clientOrderId());
            return;
        }
        String detail = "by " + command.issuedBy() + ": " + command.reason();
        committer.commit(doubtful.settled(stated, detail, loop.now()));
        reconciler.settled(doubtful.buy());
        state.settlements().find(command.clientOrderId()).ifPresent(this::watch);
    }

    private static OrderSnapshot stated(SettleOrder command, InDoubt order) {
        ExchangeOrderId id = Objects.requireNonNullElse(order.exchangeOrderId(), BY_HAND);
        return new OrderSnapshot(id, Status.OPEN, command.executedQuantity(), command.executedQuote())
                .ended(order.buy().terms());
    }

    private void watch(SettledOrder order) {
        loop.after(INTERVAL, () -> queries.find(order.buy(), answer -> compare(order, answer)));
    }

    private void compare(SettledOrder order, OrderQueryResult answer) {
        ClientOrderId id = order.buy().clientOrderId();
        if (answer instanceof OrderQueryResult.Found found && found.snapshot().isFinal()) {
            contradiction(order, found.snapshot()).ifPresent(other -> dispute(order, other));
        } else if (state.settlements().find(id).isPresent()) {
            watch(order);
        }
    }

    /** A push about an order that has ended. */
    void pushed(OrderPush push) {
        OrderSnapshot snapshot = push.snapshot();
        if (snapshot != null) {
            state.settlements()
                    .find(push.clientOrderId())
                    .ifPresent(order -> contradiction(order, snapshot).ifPresent(other -> dispute(order, other)));
        }
    }

    /** More than was stated contradicts at any time, less only at the end. */
    private static Optional<OrderSnapshot> contradiction(SettledOrder order, OrderSnapshot seen) {
        int quantity = seen.filled().compareTo(order.stated().filled());
        int amount = seen.spent().compareTo(order.stated().spent());
        boolean more = quantity > 0 || amount > 0;
        boolean less = quantity < 0 || amount < 0;
        return more || (less && seen.isFinal()) ? Optional.of(seen) : Optional.empty();
    }

    private void dispute(SettledOrder order, OrderSnapshot seen) {
        alerts.raise(
                AlertKind.ORDER_DISPUTED,
                order.buy().clientOrderId().value(),
                Severity.CRITICAL,
                "The exchange contradicts how a person settled an order of "
                        + order.buy().pair() + ": filled " + seen.filled() + " for " + seen.spent());
    }
}

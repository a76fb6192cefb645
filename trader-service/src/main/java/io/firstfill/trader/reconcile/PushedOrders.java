package io.firstfill.trader.reconcile;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.state.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the messages of the private stream. A whole fill is published at once and confirmed afterwards. After the end
 * of a market order with nothing bought its fallback begins, and a look-up settles the order; any other message only
 * makes us look now instead of later (decision 6). A push that comes before the answer to its request is kept until
 * that answer, one that comes twice or too late finds the order ended, and one that is lost costs only time, because
 * look-ups go on.
 */
public final class PushedOrders implements PushFeed.Listener {
    /** The subject of the alert about the stream. */
    public static final String SUBJECT = "private stream";

    private final Orders orders;
    private final OrderReconciler reconciler;
    private final Settlements settlements;
    private final FillConfirmation confirmation;
    private final EventLoop loop;
    private final Alerts alerts;
    private final Duration silenceLimit;
    private final Map<ClientOrderId, OrderPush> early = new HashMap<>();
    private final Set<ClientOrderId> looking = new HashSet<>();
    /** Orders pushed again while a look-up was under way, which may have been answered before. */
    private final Set<ClientOrderId> lookAgain = new HashSet<>();
    /** Orders of which a deal was pushed: that one has bought nothing is not believed of them. */
    private final Set<ClientOrderId> dealt = new HashSet<>();

    private final boolean believesEmptyEnds;
    private final Predicate<OrderPush> sells;

    private @Nullable Instant downSince;
    private boolean exists;

    /**
     * @param silenceLimit how long the stream may be down while orders are open before people are alerted
     * @param sells takes the pushes about sells, and says whether one was
     */
    public PushedOrders(
            Orders orders,
            OrderReconciler reconciler,
            OrderQueries queries,
            Settlements settlements,
            EventLoop loop,
            Alerts alerts,
            ReconcileSettings settings,
            Duration silenceLimit,
            Predicate<OrderPush> sells) {
        this.sells = sells;
        this.orders = orders;
        this.reconciler = reconciler;
        this.settlements = settlements;
        this.confirmation = new FillConfirmation(queries, loop, alerts, settings);
        this.loop = loop;
        this.alerts = alerts;
        this.silenceLimit = silenceLimit;
        this.believesEmptyEnds = settings.pushEndsMarketOrders();
    }

    @Override
    public void pushed(OrderPush push) {
        loop.execute(() -> orders.find(push.clientOrderId())
                .ifPresentOrElse(current -> take(current, push), () -> other(push)));
    }

    private void other(OrderPush push) {
        if (!sells.test(push)) {
            settlements.pushed(push);
        }
    }

    @Override
    public void live() {
        loop.execute(() -> {
            exists = true;
            downSince = null;
            orders.all().forEach(this::look);
        });
    }

    @Override
    public void lost(String reason) {
        loop.execute(() -> {
            exists = true;
            downSince = downSince == null ? loop.now() : downSince;
        });
    }

    /** To be called about once a second: a stream that is down matters while orders are open. */
    public void check() {
        early.keySet().removeIf(id -> orders.find(id).isEmpty());
        dealt.removeIf(id -> orders.find(id).isEmpty());
        if (!exists) {
            return;
        }
        Instant since = downSince;
        if (since == null) {
            alerts.clear(AlertKind.FEED_SILENT, SUBJECT);
        } else if (!orders.inFlight().isEmpty() && loop.now().isAfter(since.plus(silenceLimit))) {
            String summary = "The private stream is down while orders are live: fills are known by look-ups only";
            alerts.raise(AlertKind.FEED_SILENT, SUBJECT, Severity.WARNING, summary);
        }
    }

    /** Applies what was pushed before the request of the order was answered, or came in doubt. */
    public void answered(ClientOrderId id) {
        OrderPush kept = early.remove(id);
        if (kept != null) {
            orders.find(id).ifPresent(current -> take(current, kept));
        }
    }

    private void take(BuyState current, OrderPush push) {
        if (push.snapshot() == null) {
            dealt.add(push.clientOrderId());
        }
        switch (current) {
            case BuyState.Armed armed -> {}
            case BuyState.Submitted submitted ->
                early.merge(push.clientOrderId(), push, (before, now) -> now.orEarlier(before));
            case BuyState.Accepted accepted -> settle(accepted, push);
            case BuyState.InDoubt doubtful -> settle(doubtful, push);
            case BuyState.Ended ended -> {}
        }
    }

    private void settle(BuyState current, OrderPush push) {
        OrderSnapshot proof = push.proofFor(current).orElse(null);
        if (proof != null) {
            reconciler.pushed(current, proof, confirmation.confirm(current.buy(), proof));
            return;
        }
        emptyEnd(current, push).ifPresentOrElse(end -> reconciler.emptied(current.buy(), end), () -> look(current));
    }

    private Optional<OrderSnapshot> emptyEnd(BuyState current, OrderPush push) {
        return believesEmptyEnds && !dealt.contains(push.clientOrderId()) ? push.emptyEndOf(current) : Optional.empty();
    }

    /** One question at a time for an order, however many pushes there are: a sweep of ten levels is ten deals. */
    private void look(BuyState current) {
        boolean mayExist = current instanceof BuyState.Accepted || current instanceof BuyState.InDoubt;
        ClientOrderId id = current.buy().clientOrderId();
        if (!mayExist) {
            return;
        }
        if (!looking.add(id)) {
            lookAgain.add(id);
            return;
        }
        reconciler.lookNow(current.buy()).thenRun(() -> {
            looking.remove(id);
            if (lookAgain.remove(id)) {
                orders.find(id).ifPresent(this::look);
            }
        });
    }
}

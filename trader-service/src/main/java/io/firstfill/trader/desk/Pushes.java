package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the exchange tells unasked. A whole fill is told at once and confirmed afterwards; anything else makes us look
 * now instead of later. A push that comes before the answer to its request is kept until that answer, one that comes twice
 * or too late finds the buy ended, and one that is lost costs only time, because the look-ups go on without it.
 */
final class Pushes implements PushFeed.Listener {
    static final String SUBJECT = "private stream";

    private final DeskParts desk;
    private final Settling settling;
    private final Confirming confirming;
    private final Map<ClientOrderId, OrderPush> early = new HashMap<>();
    private final Set<ClientOrderId> looking = new HashSet<>();
    /** Asked for once more while a look-up was under way, which may have been answered before. */
    private final Set<ClientOrderId> lookAgain = new HashSet<>();

    private @Nullable Instant deafSince;
    private boolean followed;

    Pushes(DeskParts desk, Settling settling, Teller teller) {
        this.desk = desk;
        this.settling = settling;
        this.confirming = new Confirming(desk);
        settling.afterBegin(this::begun);
        teller.afterEnd(buy -> early.remove(buy.clientOrderId()));
    }

    @Override
    public void pushed(OrderPush push) {
        desk.thread().execute(() -> desk.state().buy(push.clientOrderId()).ifPresent(state -> take(state, push)));
    }

    @Override
    public void live() {
        desk.thread().execute(() -> {
            followed = true;
            deafSince = null;
            desk.state().buys().forEach(this::look);
        });
    }

    @Override
    public void lost(String reason) {
        desk.thread().execute(() -> {
            followed = true;
            deafSince = deafSince == null ? desk.now() : deafSince;
        });
    }

    /** Now and then: deafness matters while there is something to hear. */
    void watch() {
        if (!followed) {
            return;
        }
        Instant since = deafSince;
        Duration limit = desk.settings().stream().deafLimit();
        if (since == null) {
            desk.alerts().clear(AlertKind.FEED_SILENT, SUBJECT);
        } else if (!desk.state().buys().isEmpty() && desk.now().isAfter(since.plus(limit))) {
            String summary = "The private stream is down while orders are live: fills are known by look-ups only";
            desk.alerts().raise(AlertKind.FEED_SILENT, SUBJECT, Severity.WARNING, summary);
        }
    }

    private void take(BuyState state, OrderPush push) {
        switch (state) {
            case BuyState.Armed armed -> {}
            case BuyState.Submitted submitted ->
                early.merge(push.clientOrderId(), push, (before, now) -> now.orEarlier(before));
            case BuyState.Accepted accepted -> settle(accepted, push);
            case BuyState.Unresolved unresolved -> settle(unresolved, push);
            case BuyState.Ended ended -> {}
        }
    }

    /** The request is answered, or in doubt. */
    private void begun(BuyState state) {
        OrderPush kept = early.remove(state.buy().clientOrderId());
        if (kept != null) {
            take(state, kept);
        }
    }

    private void settle(BuyState state, OrderPush push) {
        Sighting proof = push.proofFor(state).orElse(null);
        if (proof == null) {
            look(state);
        } else {
            settling.told(state, proof);
            confirming.confirm(state.buy(), proof);
        }
    }

    /** One question at a time for an order, however many pushes there are: a sweep of ten levels is ten deals. */
    private void look(BuyState state) {
        boolean mayExist = state instanceof BuyState.Accepted || state instanceof BuyState.Unresolved;
        ClientOrderId id = state.buy().clientOrderId();
        if (!mayExist) {
            return;
        }
        if (!looking.add(id)) {
            lookAgain.add(id);
            return;
        }
        settling.lookNow(state.buy(), () -> {
            looking.remove(id);
            if (lookAgain.remove(id)) {
                desk.state().buy(id).ifPresent(this::look);
            }
        });
    }
}

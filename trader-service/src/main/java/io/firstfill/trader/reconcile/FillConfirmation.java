package io.firstfill.trader.reconcile;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks up every order whose fill was published on a push alone, until the exchange confirms that end or a person must
 * look (decision 6).
 */
final class FillConfirmation {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final OrderQueries queries;
    private final EventLoop loop;
    private final Alerts alerts;
    private final ReconcileSettings settings;

    private record Published(
            Buy buy, OrderSnapshot snapshot, Instant since, CompletableFuture<ReconcileResult> result) {}

    FillConfirmation(OrderQueries queries, EventLoop loop, Alerts alerts, ReconcileSettings settings) {
        this.queries = queries;
        this.loop = loop;
        this.alerts = alerts;
        this.settings = settings;
    }

    /** @return completes on the event loop: the end that a look-up confirms, or that a person must look */
    CompletionStage<ReconcileResult> confirm(Buy buy, OrderSnapshot snapshot) {
        CompletableFuture<ReconcileResult> result = new CompletableFuture<>();
        later(new Published(buy, snapshot, loop.now(), result), FIRST);
        return result;
    }

    private void later(Published fill, Duration delay) {
        loop.after(delay, () -> queries.find(fill.buy(), answer -> compare(fill, answer, delay)));
    }

    private void compare(Published fill, OrderQueryResult answer, Duration delay) {
        if (answer instanceof OrderQueryResult.Found found && found.snapshot().isConclusive()) {
            if (isSame(fill.snapshot(), found.snapshot())) {
                fill.result().complete(new ReconcileResult.Ended(fill.buy(), found.snapshot()));
            } else {
                dispute(fill, "The exchange's look-up denies the end it had pushed");
            }
        } else if (loop.now().isAfter(fill.since().plus(settings.resolveLimit()))) {
            dispute(fill, "An end the exchange has pushed is not confirmed by look-ups");
        } else {
            Duration doubled = delay.multipliedBy(2);
            later(fill, doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        }
    }

    private static boolean isSame(OrderSnapshot one, OrderSnapshot other) {
        return one.status() == other.status()
                && one.filled().compareTo(other.filled()) == 0
                && one.spent().compareTo(other.spent()) == 0;
    }

    private void dispute(Published fill, String summary) {
        alerts.raise(
                AlertKind.ORDER_DISPUTED,
                fill.buy().clientOrderId().value(),
                Severity.CRITICAL,
                summary + ": " + fill.buy().pair());
        fill.result().complete(new ReconcileResult.HandedOver(fill.buy()));
    }
}

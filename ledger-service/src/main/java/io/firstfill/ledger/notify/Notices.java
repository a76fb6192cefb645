package io.firstfill.ledger.notify;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.exit.SellCanceled;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellResolved;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.notify.Notice.Phase;
import java.util.Locale;
import java.util.Optional;

/** Says which messages of the journal people are told of, and in which words. */
public final class Notices {
    private Notices() {}

    public static Optional<Notice> of(Message message) {
        return switch (message) {
            case RunStarted run ->
                moment(
                        run,
                        NotificationEvent.RUN_STARTED,
                        Severity.INFO,
                        "Run started",
                        "Run " + run.runId() + ", started by " + run.startedBy() + ".");
            case RunStopped run -> stopped(run);
            case RunSuspended run ->
                moment(
                        run,
                        NotificationEvent.RUN_SUSPENDED,
                        Severity.CRITICAL,
                        "Run suspended: " + run.reason(),
                        "Run " + run.runId() + " sends no orders. " + run.detail());
            case TradingStateChanged state -> state(state);
            case OrderFilled order ->
                moment(
                        order,
                        NotificationEvent.BOUGHT,
                        Severity.INFO,
                        "Bought " + order.pair(),
                        "Bought " + order.filledQuantity() + " for " + order.filledAmount() + ", average price "
                                + order.averagePrice() + ". Order " + order.clientOrderId() + ".");
            case OrderCanceled order -> canceled(order);
            case SellFilled sell -> sold(sell, sell.pair(), sell.filledQuantity(), sell.filledAmount());
            case SellCanceled sell ->
                sell.filledQuantity().isZero()
                        ? Optional.empty()
                        : sold(sell, sell.pair(), sell.filledQuantity(), sell.filledAmount());
            case SellResolved sell -> resolved(sell);
            case AlertRaised alert -> raised(alert);
            case AlertCleared alert -> cleared(alert);
            default -> Optional.empty();
        };
    }

    private static Optional<Notice> stopped(RunStopped run) {
        int doubtful = run.ordersInDoubt() == null ? 0 : run.ordersInDoubt();
        return moment(
                run,
                NotificationEvent.RUN_STOPPED,
                doubtful > 0 ? Severity.WARNING : Severity.INFO,
                "Run stopped",
                "Run " + run.runId() + " sends no orders any more. Orders in doubt: " + doubtful + ".");
    }

    private static Optional<Notice> state(TradingStateChanged change) {
        Severity severity =
                switch (change.state()) {
                    case HALTED -> Severity.CRITICAL;
                    case REDUCING -> Severity.WARNING;
                    case ACTIVE -> Severity.INFO;
                };
        return moment(
                change,
                NotificationEvent.HALT,
                severity,
                "Trading is " + words(change.state()),
                "Changed by " + change.changedBy() + ": " + change.reason());
    }

    /** A cancelled order that bought nothing is told as a missed listing, where it is one. */
    private static Optional<Notice> canceled(OrderCanceled order) {
        return order.filledQuantity().isZero()
                ? Optional.empty()
                : moment(
                        order,
                        NotificationEvent.BOUGHT,
                        Severity.INFO,
                        "Bought a part of " + order.pair(),
                        "Bought " + order.filledQuantity() + " for " + order.filledAmount()
                                + "; the rest of the order is cancelled. Order " + order.clientOrderId() + ".");
    }

    /** A sell that the exchange has is told by the events that follow; what a person settles has no other. */
    private static Optional<Notice> resolved(SellResolved sell) {
        Quantity quantity = sell.filledQuantity();
        Amount amount = sell.filledAmount();
        return sell.resolution() == Resolution.FOUND || quantity == null || quantity.isZero() || amount == null
                ? Optional.empty()
                : sold(sell, sell.pair(), quantity, amount);
    }

    private static Optional<Notice> sold(Message sell, Pair pair, Quantity quantity, Amount amount) {
        return moment(
                sell,
                NotificationEvent.SOLD,
                Severity.INFO,
                "Sold " + pair,
                "Sold " + quantity + " for " + amount + ".");
    }

    /** The alert about a missed listing is one moment: it ends by time alone. */
    private static Optional<Notice> raised(AlertRaised alert) {
        Notification notification = notification(
                alert, event(alert.kind()), alert.severity(), title(alert.kind(), alert.subject()), alert.summary());
        return Optional.of(
                alert.kind() == AlertKind.LISTING_MISSED
                        ? Notice.of(notification)
                        : new Notice(notification, Phase.BEGINS, condition(alert.kind(), alert.subject())));
    }

    private static Optional<Notice> cleared(AlertCleared alert) {
        if (alert.kind() == AlertKind.LISTING_MISSED) {
            return Optional.empty();
        }
        Notification notification = notification(
                alert,
                NotificationEvent.ALERT_CLEARED,
                Severity.INFO,
                "Over: " + title(alert.kind(), alert.subject()),
                "The condition has ended.");
        return Optional.of(new Notice(notification, Phase.ENDS, condition(alert.kind(), alert.subject())));
    }

    private static NotificationEvent event(AlertKind kind) {
        return switch (kind) {
            case LISTING_MISSED -> NotificationEvent.MISSED;
            case CAP_NEAR -> NotificationEvent.CAP_NEAR;
            case CAP_REACHED -> NotificationEvent.CAP_REACHED;
            case UNRESOLVED_ORDER -> NotificationEvent.ORDER_UNRESOLVED;
            default -> NotificationEvent.ALERT_RAISED;
        };
    }

    private static String condition(AlertKind kind, String subject) {
        return kind + " " + subject;
    }

    private static String title(AlertKind kind, String subject) {
        return words(kind) + ": " + subject;
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<Notice> moment(
            Message message, NotificationEvent event, Severity severity, String title, String text) {
        return Optional.of(Notice.of(notification(message, event, severity, title, text)));
    }

    private static Notification notification(
            Message message, NotificationEvent event, Severity severity, String title, String text) {
        return new Notification(
                MessageId.derivedFrom("Notification", message.meta().id()),
                message.environment(),
                event,
                severity,
                title,
                text,
                message.meta().occurredAt(),
                false);
    }
}

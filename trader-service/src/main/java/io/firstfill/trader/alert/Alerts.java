package io.firstfill.trader.alert;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.trader.loop.EventLoop;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Publishes an alert of one environment when it opens, when its end moves, and when it closes. On the event loop only.
 */
public final class Alerts {
    /** Kinds that only traders raise and of which no check would clear what an earlier trader left open. */
    private static final Set<AlertKind> PASSING = EnumSet.of(
            AlertKind.UNRESOLVED_ORDER,
            AlertKind.ORDER_DISPUTED,
            AlertKind.PAIR_BARRED,
            AlertKind.ACCOUNT_REFUSED,
            AlertKind.LEASE_LOST);

    /** The prefix of every client order id. */
    private static final String ORDER_ID = "ff-";

    /** The subject of a record that a trader could not process: the place of the record. */
    private static final Pattern RECORD = Pattern.compile("trader \\S+-[0-9]+@[0-9]+");

    private static final String BALANCE = "balance ";

    private final AlertBoard board;
    private final EventLoop loop;
    private final Consumer<AlertEvent> publish;

    public Alerts(EnvironmentId environment, EventLoop loop, Consumer<AlertEvent> publish) {
        this.board = new AlertBoard(environment);
        this.loop = loop;
        this.publish = publish;
    }

    /** Opens an alert without a known end. */
    public void raise(AlertKind kind, String subject, Severity severity, String summary) {
        board.raise(kind, subject, severity, summary, loop.now()).ifPresent(publish);
    }

    /** Opens an alert that ends on its own, or moves its end. */
    public void raise(AlertKind kind, String subject, Severity severity, String summary, Instant until) {
        board.raise(kind, subject, severity, summary, until, loop.now()).ifPresent(publish);
    }

    /** Closes an alert of a lasting subject; published also when an earlier process may have left it open. */
    public void clear(AlertKind kind, String subject) {
        board.clear(kind, subject, loop.now()).ifPresent(publish);
    }

    /** Closes an alert of a passing subject, such as one order, where it was raised here. */
    public void clearRaised(AlertKind kind, String subject) {
        board.clearRaised(kind, subject, loop.now()).ifPresent(publish);
    }

    /**
     * Takes over an alert that an earlier or another trader raised, or cleared. Lasting subjects are not taken over:
     * they are judged anew and raised or cleared by the first look at them.
     */
    public void inherit(AlertEvent event) {
        if (PASSING.contains(event.kind()) || isOfAnOrder(event) || isOfARecord(event) || isOfABalance(event)) {
            board.inherit(event);
        }
    }

    /** Other services raise these kinds as well, with the label of a feed, or a topic, as subject. */
    private static boolean isOfAnOrder(AlertEvent event) {
        boolean mayBe = event.kind() == AlertKind.UNKNOWN_STATUS || event.kind() == AlertKind.UNREADABLE_MESSAGE;
        return mayBe && event.subject().startsWith(ORDER_ID);
    }

    /** Below contract level 2 a quarantined record is stated as a stopped channel. */
    private static boolean isOfARecord(AlertEvent event) {
        boolean mayBe = event.kind() == AlertKind.RECORD_QUARANTINED || event.kind() == AlertKind.CHANNEL_STOPPED;
        return mayBe && RECORD.matcher(event.subject()).matches();
    }

    /** Returns the subject of an alert about the balance of the asset. */
    public static String balance(Asset asset) {
        return BALANCE + asset;
    }

    /** Below contract level 3 a low balance is stated as a matter of the credential. */
    private static boolean isOfABalance(AlertEvent event) {
        boolean mayBe = event.kind() == AlertKind.BALANCE_LOW || event.kind() == AlertKind.CREDENTIAL;
        return mayBe && event.subject().startsWith(BALANCE);
    }

    /** Closes the inherited alerts of a kind whose condition has ended for every subject. */
    public void clearInherited(AlertKind kind) {
        board.clearInherited(alert -> alert.kind() == kind, loop.now()).forEach(publish);
    }

    /** Closes the inherited alerts of records that could not be processed, where the subject is over. */
    public void clearInheritedRecords(Predicate<String> over) {
        board.clearInherited(alert -> isOfARecord(alert) && over.test(alert.subject()), loop.now())
                .forEach(publish);
    }

    /** Closes the inherited alerts of balances that are not low any more. */
    public void clearInheritedBalances(Predicate<String> over) {
        board.clearInherited(alert -> isOfABalance(alert) && over.test(alert.subject()), loop.now())
                .forEach(publish);
    }

    /** Publishes the open alerts that have not been stated for a day, so that they do not leave their topic. */
    public void restate() {
        board.restate(loop.now()).forEach(publish);
    }
}

package io.firstfill.trader.alert;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.trader.loop.EventLoop;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Publishes an alert of one environment when it opens, when its end moves, and when it closes. On the event loop only.
 */
public final class Alerts {
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
}

package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.alert.AlertBoard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the open alerts of a risk book, and states them again every day: their topic forgets after a week. */
final class OpenAlerts {
    private OpenAlerts() {}

    /** Returns the alerts that are open after the events. */
    static List<AlertRaised> after(List<AlertRaised> open, List<Message> events) {
        List<AlertRaised> remaining = new ArrayList<>(open);
        for (Message event : events) {
            if (event instanceof AlertEvent alert) {
                remaining.removeIf(
                        each -> each.kind() == alert.kind() && each.subject().equals(alert.subject()));
            }
            if (event instanceof AlertRaised raised) {
                remaining.add(raised);
            }
        }
        return remaining;
    }

    /** Returns the restatements that are due. */
    static List<AlertEvent> restated(EnvironmentId environment, List<AlertRaised> open, Instant now) {
        AlertBoard board = new AlertBoard(environment);
        open.forEach(board::inherit);
        return board.restate(now);
    }
}

package io.firstfill.trader.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunSuspended;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The refusals that suspend a run and whose RunSuspended is not known: the process before us died between the two
 * events. A suspension or a resumption of the run at the time of the refusal or after it settles the refusal, in any
 * order of reading. Confined to the event loop.
 */
public final class PendingSuspensions {
    private final Map<RunId, OrderRejected> refusals = new HashMap<>();
    private final Map<RunId, Instant> settled = new HashMap<>();

    public void apply(Message message) {
        switch (message) {
            case OrderRejected event -> rejected(event);
            case RunSuspended event -> changed(event.runId(), event.meta().occurredAt());
            case RunResumed event -> changed(event.runId(), event.meta().occurredAt());
            default -> {
                // says nothing of a suspension
            }
        }
    }

    private void rejected(OrderRejected event) {
        if (event.rejection() == Rejection.STOPS_RUN) {
            refusals.merge(event.runId(), event, (known, next) -> at(next).isAfter(at(known)) ? next : known);
        }
    }

    /** The run was suspended or resumed. */
    private void changed(RunId run, Instant at) {
        settled.merge(run, at, (known, next) -> next.isAfter(known) ? next : known);
    }

    /** The last refusal of each run that is not settled. */
    public List<OrderRejected> open() {
        return refusals.values().stream()
                .filter(event -> !settled.containsKey(event.runId())
                        || settled.get(event.runId()).isBefore(at(event)))
                .toList();
    }

    private static Instant at(OrderRejected event) {
        return event.meta().occurredAt();
    }
}

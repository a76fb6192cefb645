package io.firstfill.trader.engine;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.state.EngineState;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes back what is armed when a record of the environment cannot be processed, and alerts people about each such
 * record until one of them acknowledges it. Look-ups go on, and so does everything that ends an order.
 */
final class QuarantineControl {
    private static final String RECOVERY = "trader recovery";

    private final EngineState state;
    private final OrderRouter router;
    private final Alerts alerts;

    QuarantineControl(EngineState state, OrderRouter router, Alerts alerts) {
        this.state = state;
        this.router = router;
        this.alerts = alerts;
    }

    /**
     * Alerts about what the replay has left, and clears the alerts of an earlier process that are over: a record that
     * the whole replay has not met any more, because it was compacted, its topic keeps it no longer or this version can
     * process it, is met by no later replay either, and halts nothing.
     */
    void open() {
        alerts.clear(AlertKind.CHANNEL_STOPPED, RECOVERY);
        Set<String> holding = subjects(state.quarantine().all());
        alerts.clearInheritedRecords(subject -> !holding.contains(subject));
        state.quarantine().all().forEach(this::raise);
        state.quarantine().answered().forEach(this::clear);
    }

    /** No buy leaves from the moment this method has begun. */
    void unprocessable(RecordPlace place) {
        if (state.quarantine().unprocessable(place)) {
            raise(place);
            state.listings().all().forEach(pending -> router.disarm(pending, ReturnReason.REVOKED));
            router.reviewAll();
        }
    }

    /** The state has been changed by the message already. */
    void react(Message message) {
        switch (message) {
            case AcknowledgeRecord command -> acknowledged(command.place());
            case RecordAcknowledged event -> acknowledged(event.place());
            default -> {
                // acknowledges nothing
            }
        }
    }

    /** Nothing is bought, because the recovery has failed for a bug of ours. Ends with the next start that succeeds. */
    void pastNotTakenUp() {
        alerts.raise(
                AlertKind.CHANNEL_STOPPED,
                RECOVERY,
                Severity.CRITICAL,
                "The trader could not take up the orders of its past: no buy leaves until a trader starts that can");
    }

    private void acknowledged(RecordPlace place) {
        clear(place);
        alerts.clearInheritedRecords(subject(place)::equals);
        router.reviewAll();
    }

    private void raise(RecordPlace place) {
        alerts.raise(
                AlertKind.RECORD_QUARANTINED,
                subject(place),
                Severity.CRITICAL,
                "The trader could not process the record at " + place
                        + ": no buy leaves until a person acknowledges the record");
    }

    private void clear(RecordPlace place) {
        alerts.clear(AlertKind.RECORD_QUARANTINED, subject(place));
    }

    private static Set<String> subjects(Set<RecordPlace> places) {
        return places.stream().map(QuarantineControl::subject).collect(Collectors.toUnmodifiableSet());
    }

    private static String subject(RecordPlace place) {
        return "trader " + place;
    }
}

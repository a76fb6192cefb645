package io.firstfill.trader.desk;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.listing.Refusal;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.PlaceAnswer.Refused;

/**
 * Ends and suspends runs. It needs neither the ledger nor Postgres: a stop works when they are down (US1). Once a stop is
 * in the run book every request is refused at its last check, so the order of the rest does not matter for safety.
 */
final class Stopping {
    static final String ACCOUNT = "account";

    private final DeskParts desk;
    private final Permits permits;
    private final Review review;
    private final Arming arming;

    Stopping(DeskParts desk, Permits permits, Review review, Arming arming) {
        this.desk = desk;
        this.permits = permits;
        this.review = review;
        this.arming = arming;
    }

    void stop(StopRun command) {
        desk.state().runs.stop(command);
        settle(command);
    }

    /** Also for stops read in the past and not answered then. */
    void settle(StopRun command) {
        RunId run = command.runId();
        Refusal refusal = Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopped: " + command.reason());
        for (Waiting waiting : desk.state().listings.of(run)) {
            review.deny(waiting, refusal);
        }
        permits.giveBackAll(run);
        int inFlight = desk.state().buys(run).size();
        desk.journal()
                .tell(new RunStopping(
                        answer("RunStopping", command),
                        desk.environment(),
                        run,
                        command.issuedBy(),
                        command.reason(),
                        inFlight));
        finishIfIdle(run);
    }

    void finishIfIdle(RunId run) {
        if (!desk.state().runs.isOver(run) || !desk.state().buys(run).isEmpty()) {
            return;
        }
        for (StopRun command : desk.state().runs.unansweredStops()) {
            if (command.runId().equals(run)) {
                desk.journal().tell(new RunStopped(answer("RunStopped", command), desk.environment(), run));
            }
        }
        desk.state().runs.stopped(run);
    }

    /** Every active run: what is armed is taken back, nothing is sent until an operator re-validates. */
    void suspendAll(SuspensionReason reason, String detail, Meta cause) {
        desk.state().runs.active().forEach(run -> suspend(run.id(), reason, detail, cause));
    }

    /** The exchange refuses the account as a whole: its runs' further orders would be refused too. */
    void refused(Buy buy, Refused answer, SuspensionReason reason) {
        desk.alerts()
                .raise(
                        AlertKind.ACCOUNT_REFUSED,
                        ACCOUNT,
                        Severity.CRITICAL,
                        "The exchange refuses the account: code " + answer.code() + "; the run is suspended");
        suspend(buy.runId(), reason, "code=" + answer.code() + " " + answer.message(), buy.cause());
    }

    void suspend(RunId run, SuspensionReason reason, String detail, Meta cause) {
        if (!desk.state().runs.suspended(run, reason)) {
            return;
        }
        desk.state().listings.of(run).forEach(waiting -> arming.disarm(waiting, ReturnReason.REVOKED));
        MessageId id = MessageId.derivedFrom("RunSuspended", run, reason, cause.id());
        desk.journal().tell(new RunSuspended(cause.next(id, desk.now()), desk.environment(), run, reason, detail));
    }

    private Meta answer(String type, StopRun command) {
        MessageId id = MessageId.derivedFrom(type, command.meta().id());
        return command.meta().next(id, desk.now());
    }
}

package io.firstfill.trader.engine;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.credential.CredentialResult;
import io.firstfill.trader.decide.Refusal;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.permit.PermitReturns;
import io.firstfill.trader.state.EngineState;
import io.firstfill.trader.state.OrderCommitter;
import io.firstfill.trader.submit.SubmitResult;
import java.time.Duration;
import java.util.List;

/**
 * Stops, suspends and resumes runs. It needs neither the ledger nor Postgres: a stop works when they are down (US1).
 * Once a stop has been applied every request is refused at its last check, so that the order of the rest does not
 * matter for safety.
 */
final class RunControl {
    private static final String ACCOUNT = "account";
    /** A stop is answered within five seconds, the way to whoever waits for it included. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(4);

    private final EnvironmentId environment;
    private final EngineState state;
    private final OrderCommitter committer;
    private final PermitReturns permits;
    private final EventLoop loop;
    private final Alerts alerts;

    RunControl(
            EnvironmentId environment,
            EngineState state,
            OrderCommitter committer,
            PermitReturns permits,
            EventLoop loop,
            Alerts alerts) {
        this.environment = environment;
        this.state = state;
        this.committer = committer;
        this.permits = permits;
        this.loop = loop;
        this.alerts = alerts;
    }

    /** Answers a stop command that has been applied, also one of the past that was not answered then. */
    void stop(StopRun command, OrderRouter router) {
        RunId run = command.runId();
        Refusal refusal = Refusal.lasting(DenialReason.RUN_NOT_ACTIVE, "stopped: " + command.reason());
        state.listings().of(run).forEach(pending -> router.deny(pending, refusal));
        committer.commit(permits.ofStopped(run, loop.now()));
        int inFlight = state.orders().inFlight(run).size();
        committer.commit(new RunStopping(
                answer("RunStopping", command), environment, run, command.issuedBy(), command.reason(), inFlight));
        router.giveUpRefused();
        finishIfIdle(run);
        loop.after(STOP_LIMIT, () -> finish(run));
    }

    /** Returns the permits of runs that are over, revoked permits, and permits too near their expiry. */
    void returnPermits() {
        committer.commit(permits.due(state.runs()::isOver, loop.now()));
    }

    /** Answers a revocation of a permit that nothing is known of. */
    void answer(PermitRevoked revoked) {
        boolean hasOrder = state.orders().all().stream()
                .anyMatch(order -> order.buy().permitId().equals(revoked.permitId()));
        permits.ofUnknown(revoked, hasOrder, loop.now()).ifPresent(returned -> committer.commit(List.of(returned)));
    }

    /** Answers the stops of the run once none of its orders is in flight. */
    void finishIfIdle(RunId run) {
        if (state.runs().isOver(run) && state.orders().inFlight(run).isEmpty()) {
            finish(run);
        }
    }

    /** Answers the stops of the run; what is still in doubt is counted, and its look-ups go on. */
    private void finish(RunId run) {
        state.runs().unansweredStops().stream()
                .filter(command -> command.runId().equals(run))
                .forEach(command -> committer.commit(
                        new RunStopped(answer("RunStopped", command), environment, run, inDoubt(run))));
    }

    private int inDoubt(RunId run) {
        return Math.toIntExact(state.orders().all().stream()
                .filter(order -> order.buy().runId().equals(run))
                .count());
    }

    /** Suspends every active run: what is armed is taken back, nothing is sent until an operator re-validates. */
    void suspendAll(CredentialResult.Lost lost, OrderRouter router) {
        state.runs().active().forEach(run -> suspend(run.id(), lost.reason(), lost.detail(), lost.cause(), router));
    }

    /** The exchange refuses the account as a whole: further orders of its runs would be refused, too. */
    void accountRefused(SubmitResult.AccountRefused refused, OrderRouter router) {
        Refused answer = refused.answer();
        alerts.raise(
                AlertKind.ACCOUNT_REFUSED,
                ACCOUNT,
                Severity.CRITICAL,
                "The exchange refuses the account: code " + answer.code() + "; the run is suspended");
        String detail = "code=" + answer.code() + " " + answer.message();
        suspend(refused.buy().runId(), refused.reason(), detail, refused.buy().cause(), router);
    }

    /** Suspends the runs whose suspension the process before us did not get to publish after the refusal. */
    void completeSuspensions(OrderRouter router) {
        for (OrderRejected refused : state.suspensions().open()) {
            String detail = "code=" + refused.code() + " " + refused.message();
            suspend(refused.runId(), SuspensionReason.EXCHANGE_REFUSES, detail, refused.meta(), router);
        }
    }

    /** The exchange has taken an order: it does not refuse the account. */
    void accountAccepted() {
        alerts.clearRaised(AlertKind.ACCOUNT_REFUSED, ACCOUNT);
    }

    /** Resumes every suspended run, because an operator has re-validated the credential. */
    void resumeAll(ValidateCredential command) {
        state.runs().suspended().forEach(run -> {
            MessageId id =
                    MessageId.derivedFrom("RunResumed", run.id(), command.meta().id());
            committer.commit(new RunResumed(command.meta().next(id, loop.now()), environment, run.id()));
        });
    }

    private void suspend(RunId run, SuspensionReason reason, String detail, Meta cause, OrderRouter router) {
        if (!state.runs().isActive(run)) {
            return;
        }
        MessageId id = MessageId.derivedFrom("RunSuspended", run, reason, cause.id());
        RunSuspended suspended = new RunSuspended(cause.next(id, loop.now()), environment, run, reason, detail);
        committer.commit(suspended);
        state.listings().of(run).forEach(pending -> router.disarm(pending, ReturnReason.REVOKED));
        router.giveUpRefused();
    }

    private Meta answer(String type, StopRun command) {
        MessageId id = MessageId.derivedFrom(type, command.meta().id());
        return command.meta().next(id, loop.now());
    }
}

package io.firstfill.trader.desk;

import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Step;
import io.firstfill.trader.order.Ticket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request after the other for a submitted buy: the next only after the exchange's own word that the one before
 * left nothing behind. An answer in doubt ends the sending for good.
 */
final class Sending {
    private static final Duration SOON = Duration.ofMillis(50);
    /** A request with less validity left than this is signed anew: the way takes its part. */
    private static final Duration SPARE = Duration.ofMillis(500);

    private final DeskParts desk;
    private final Teller teller;
    private final Settling settling;
    private final Consequences consequences;
    private final Probes probes;
    private final PairAlerts pairs;

    /** What a refusal means beyond its own order. */
    interface Consequences {
        void attemptAgain(Buy refused);

        void fallBack(Buy refused);

        void reprice(Buy refused, Price highest);

        void accountRefuses(Buy refused, Refused answer, SuspensionReason reason);
    }

    Sending(DeskParts desk, Teller teller, Settling settling, Consequences consequences) {
        this.desk = desk;
        this.teller = teller;
        this.settling = settling;
        this.consequences = consequences;
        this.probes = new Probes(desk);
        this.pairs = new PairAlerts(desk.alerts());
    }

    /** For {@link #send(ClientOrderId, Ready)} in a moment: what can be done before the buy is durable. */
    Ready ready(Buy buy) {
        Ticket ticket = desk.venue().sign(buy, desk.venue().exchangeTime());
        return new Ready(ticket, desk.venue().load(ticket));
    }

    /** Sends what is ready, if everything still allows it; one that has to wait, or waited too long, is signed anew. */
    void send(ClientOrderId id, Ready ready) {
        submitted(id)
                .filter(this::isAllowed)
                .ifPresentOrElse(state -> send(state, ready), () -> ready.shot().unload());
    }

    private void send(Submitted state, Ready ready) {
        boolean fresh =
                desk.venue().exchangeTime().plus(SPARE).isBefore(ready.ticket().expiry());
        if (fresh && desk.mandate().holds()) {
            follow(state.buy(), ready.ticket(), desk.now(), ready.shot().fire());
        } else {
            ready.shot().unload();
            send(state);
        }
    }

    /** Signs with the exchange's present time and sends, if everything still allows it. */
    void send(ClientOrderId id) {
        submitted(id).filter(this::isAllowed).ifPresent(this::send);
    }

    private Optional<Submitted> submitted(ClientOrderId id) {
        return desk.state().buy(id).filter(Submitted.class::isInstance).map(Submitted.class::cast);
    }

    /** The last word before a request leaves; a buy that may not is given up. */
    private boolean isAllowed(Submitted state) {
        Buy buy = state.buy();
        Optional<DenialReason> blocked = desk.state().blocked(buy.runId());
        if (blocked.isPresent()) {
            giveUp(state, blocked.get(), "came while submitting");
            return false;
        }
        if (!desk.venue().exchangeTime().isBefore(buy.deadline())) {
            giveUp(state, DenialReason.SIGNAL_EXPIRED, "deadline=" + buy.deadline());
            return false;
        }
        return true;
    }

    /** The mandate is looked at last, so that as little as can be lies between the look and the request. */
    private void send(Submitted state) {
        Ticket ticket = desk.venue().sign(state.buy(), desk.venue().exchangeTime());
        if (desk.mandate().holds()) {
            follow(state.buy(), ticket, desk.now(), desk.venue().place(ticket));
        } else {
            later(state, desk.now().plus(SOON), DenialReason.LEASE_LOST, "another trader may act for this account");
        }
    }

    /** Takes over a request that is on its way. */
    void follow(Buy buy, Ticket ticket, Instant sentAt, Uni<PlaceAnswer> answer) {
        answer.onFailure()
                .recoverWithItem(bug -> new PlaceAnswer.Doubtful(
                        Ambiguity.CONNECTION_LOST, bug.getClass().getSimpleName()))
                .subscribe()
                .with(known -> desk.thread().execute(() -> answered(buy.clientOrderId(), ticket, sentAt, known)));
    }

    private void answered(ClientOrderId id, Ticket ticket, Instant sentAt, PlaceAnswer answer) {
        if (!(desk.state().buy(id).orElse(null) instanceof Submitted submitted)) {
            return;
        }
        // What was turned away unexecuted is no request to tell of: the last refusal before it may be the proof that is
        // told.
        Submitted state = submitted.signed(ticket.signedAt());
        switch (answer) {
            case PlaceAnswer.Acknowledged taken -> {
                desk.alerts().over(AlertKind.ACCOUNT_REFUSED, Stopping.ACCOUNT);
                pairs.taken(state.buy().pair());
                settling.accepted(state.acknowledged(taken, desk.now()));
            }
            case Refused no -> refused(state, sentAt, no);
            case PlaceAnswer.Throttled slow ->
                later(
                        submitted,
                        slow.until(),
                        DenialReason.THROTTLED,
                        "status=" + slow.status() + " until=" + slow.until());
            case PlaceAnswer.Doubtful doubt -> settling.unresolved(state.doubtful(doubt, ticket.expiry(), desk.now()));
            case PlaceAnswer.Unsent unsent -> unsent(submitted, unsent);
        }
    }

    private void refused(Submitted state, Instant sentAt, Refused answer) {
        switch (answer.reaction()) {
            case Reaction.Probe _ -> probe(state.probed(answer), sentAt);
            case Reaction.ProbeOrLeavePair _ -> {
                if (probes.mayStillOpen(state.buy())) {
                    probe(state.probed(answer), sentAt);
                } else {
                    barred(state, answer);
                }
            }
            case Reaction.LeavePair _ -> barred(state, answer);
            case Reaction.AttemptAgain _ -> attemptAgain(state, answer);
            case Reaction.StampAnew _ -> {
                desk.venue().resync();
                attemptAgain(state, answer);
            }
            case Reaction.SwitchStyle _ -> {
                end(state, answer, Rejection.STYLE_REFUSED);
                consequences.fallBack(state.buy());
            }
            case Reaction.Reprice(Price highest) -> {
                end(state, answer, Rejection.TERMINAL);
                consequences.reprice(state.buy(), highest);
            }
            case Reaction.GiveUp _ -> end(state, answer, Rejection.TERMINAL);
            case Reaction.LeaveAccount _ -> stopsRun(state, answer, SuspensionReason.EXCHANGE_REFUSES);
            case Reaction.LeaveKey _ -> stopsRun(state, answer, SuspensionReason.CREDENTIAL_REJECTED);
        }
    }

    /** Paced by the time of the last request, so that a slow answer costs nothing. */
    private void probe(Submitted state, Instant sentAt) {
        desk.state().put(state);
        desk.thread()
                .after(
                        Duration.between(desk.now(), sentAt.plus(probes.pause(state))),
                        () -> send(state.buy().clientOrderId()));
    }

    private void barred(Submitted state, Refused answer) {
        end(state, answer, Rejection.TERMINAL);
        pairs.barred(state.buy().pair(), answer.code());
    }

    private void attemptAgain(Submitted state, Refused answer) {
        end(state, answer, Rejection.TERMINAL);
        if (state.buy().attempt() < desk.settings().maxAttempts()) {
            consequences.attemptAgain(state.buy());
        }
    }

    private void stopsRun(Submitted state, Refused answer, SuspensionReason reason) {
        end(state, answer, Rejection.STOPS_RUN);
        consequences.accountRefuses(state.buy(), answer, reason);
    }

    private void end(Submitted state, Refused answer, Rejection rejection) {
        Step step = state.refused(answer, rejection, returnReason(state.buy()), desk.now());
        teller.commit(step);
    }

    private void unsent(Submitted state, PlaceAnswer.Unsent unsent) {
        Instant retryAt = unsent.retryAt();
        DenialReason reason = retryAt == null ? DenialReason.NOT_SENT : DenialReason.THROTTLED;
        later(state, retryAt == null ? desk.now().plus(SOON) : retryAt, reason, unsent.detail());
    }

    /** Nothing exists at the exchange: the same request may leave later, if later is in time. */
    private void later(Submitted state, Instant at, DenialReason reason, String detail) {
        if (at.isBefore(desk.venue().localTimeOf(state.buy().deadline()))) {
            desk.thread()
                    .after(
                            Duration.between(desk.now(), at),
                            () -> send(state.buy().clientOrderId()));
        } else {
            giveUp(state, reason, detail);
        }
    }

    /** A buy the exchange has refused before is told with that proof; one that never left is denied by us. */
    private void giveUp(Submitted state, DenialReason reason, String detail) {
        @Nullable Refused proof = state.lastRefusal();
        ReturnReason why = returnReason(state.buy());
        teller.commit(
                proof == null
                        ? state.denied(reason, detail, why, desk.now())
                        : state.refused(proof, Rejection.NOT_OPEN, why, desk.now()));
    }

    private ReturnReason returnReason(Buy buy) {
        return desk.state().runs.isOver(buy.runId()) ? ReturnReason.RUN_STOPPED : ReturnReason.NOT_BOUGHT;
    }
}

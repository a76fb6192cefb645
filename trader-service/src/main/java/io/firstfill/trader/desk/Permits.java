package io.firstfill.trader.desk;

import io.firstfill.contract.Meta;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.trader.permit.Permit;
import io.firstfill.trader.permit.Wallet;
import java.util.List;

/** Gives unspent permits back: risk releases a reservation only on this word. */
final class Permits {
    private final DeskParts desk;

    Permits(DeskParts desk) {
        this.desk = desk;
    }

    /** Those of runs that are over, revoked, or too near their end. */
    void sweep() {
        Wallet wallet = desk.state().wallet;
        giveBack(wallet.takeAll(desk.state().runs::isOver, desk.now()), ReturnReason.RUN_STOPPED);
        giveBack(wallet.takeRevoked(desk.now()), ReturnReason.REVOKED);
        giveBack(wallet.lapsed(desk.now(), desk.settings().permitMargin()), ReturnReason.EXPIRED);
    }

    void giveBackAll(RunId run) {
        giveBack(desk.state().wallet.takeAll(run::equals, desk.now()), ReturnReason.RUN_STOPPED);
    }

    /**
     * A permit granted before anything we remember is not held and pays for nothing: without this word risk would keep it
     * reserved for ever. One whose request has left is never given back here, whatever became of the order.
     */
    void answer(PermitRevoked revoked) {
        PermitId id = revoked.permitId();
        boolean known = desk.state().wallet.holds(id)
                || desk.state().wallet.hasPaid(id)
                || desk.state().buys().stream()
                        .anyMatch(live -> live.buy().permitId().equals(id));
        if (!known) {
            giveBack(id, revoked.runId(), revoked.meta(), ReturnReason.REVOKED);
        }
    }

    private void giveBack(List<Permit> permits, ReturnReason reason) {
        permits.forEach(permit -> giveBack(permit.id(), permit.runId(), permit.cause(), reason));
    }

    private void giveBack(PermitId permit, RunId run, Meta cause, ReturnReason reason) {
        MessageId id = MessageId.derivedFrom("PermitReturned", permit);
        desk.journal().tell(new PermitReturned(cause.next(id, desk.now()), desk.environment(), run, permit, reason));
    }
}

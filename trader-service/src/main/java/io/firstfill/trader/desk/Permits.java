package io.firstfill.trader.desk;

import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.ReturnReason;
import io.firstfill.contract.value.MessageId;
import io.firstfill.contract.value.RunId;
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

    private void giveBack(List<Permit> permits, ReturnReason reason) {
        for (Permit permit : permits) {
            MessageId id = MessageId.derivedFrom("PermitReturned", permit.id());
            desk.journal()
                    .tell(new PermitReturned(
                            permit.cause().next(id, desk.now()),
                            desk.environment(),
                            permit.runId(),
                            permit.id(),
                            reason));
        }
    }
}

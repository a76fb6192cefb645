package io.firstfill.trader.desk;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.Step;
import io.smallrye.mutiny.Uni;

/** A buy that does not wait for a bell: its OrderSubmitted is written while its request is made ready. */
final class Submitting {
    private final DeskParts desk;
    private final Teller teller;
    private final Sending sending;

    Submitting(DeskParts desk, Teller teller, Sending sending) {
        this.desk = desk;
        this.teller = teller;
        this.sending = sending;
    }

    /**
     * The request leaves only when its OrderSubmitted is durable, and only if everything still allows it then. It is signed
     * and its connection got while that is being written.
     */
    void submit(Buy buy) {
        Step step = BuyState.submit(buy, desk.now());
        desk.state().put(step.next());
        desk.state().listings.decided(Arming.key(buy));
        desk.hops().count(step.events().getFirst().type());
        Uni<Void> written = desk.journal().tryOnce(step.events().getFirst());
        Ready ready = sending.ready(step.next().buy());
        written.subscribe()
                .with(
                        done -> desk.thread().execute(() -> submitted(buy.clientOrderId(), ready)),
                        failure -> desk.thread().execute(() -> {
                            ready.shot().unload();
                            notSubmitted(buy.clientOrderId());
                        }));
    }

    private void submitted(ClientOrderId id, Ready ready) {
        if (desk.state().buy(id).orElse(null) instanceof Submitted state) {
            desk.state().put(state.durable(desk.now()));
        }
        sending.send(id, ready);
    }

    private void notSubmitted(ClientOrderId id) {
        if (desk.state().buy(id).orElse(null) instanceof Submitted state) {
            teller.commit(state.denied(
                    DenialReason.NOT_SENT,
                    "OrderSubmitted could not be made durable",
                    ReturnReason.NOT_BOUGHT,
                    desk.now()));
        }
    }
}

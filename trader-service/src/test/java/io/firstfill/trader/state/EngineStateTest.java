package io.firstfill.trader.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.BuyState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves what the memory keeps of the events of an order, in whatever order and however often they are read. */
class EngineStateTest {
    private static final Instant NOW = VirtualTime.START;
    private static final Instant OPENING = NOW.plusSeconds(30);
    private static final PermitId SECOND_PERMIT = PermitId.derivedFrom("permit", 2);
    private static final ClientOrderId SECOND_ORDER = ClientOrderId.derivedFrom(Messages.RUN, Messages.LISTING, "b", 2);

    private final EngineState state = new EngineState();

    @Test
    void aSecondAttemptThatIsArmedIsKeptAlthoughTheFirstHasDecidedTheListing() {
        apply(Messages.granted(SECOND_PERMIT));
        apply(Messages.submitted(NOW), rejected());

        apply(armedAgain());

        BuyState armed = state.orders().find(SECOND_ORDER).orElseThrow();
        assertThat(armed).isInstanceOf(BuyState.Armed.class);
        assertThat(armed.buy().attempt()).isEqualTo(2);
        assertThat(state.permits().holds(SECOND_PERMIT)).isFalse();
    }

    @Test
    void anArmedEventReadAfterTheSubmissionOfItsOrderArmsNothing() {
        apply(Messages.submitted(NOW.plusSeconds(10)), Messages.armed(OPENING));

        assertThat(state.orders().find(Messages.ORDER)).get().isInstanceOf(BuyState.Submitted.class);
    }

    @Test
    void anOrderTheExchangeHasTakenIsNotInDoubtAgain() {
        apply(Messages.submitted(NOW), Messages.accepted(NOW), Messages.unresolved(NOW));

        assertThat(state.orders().find(Messages.ORDER)).get().isInstanceOf(BuyState.Accepted.class);
    }

    @Test
    void theEndOfAnOrderImpliesTheReturnOfItsPermit() {
        apply(Messages.submitted(NOW), rejected());

        assertThat(state.takeImplied()).singleElement().isInstanceOf(PermitReturned.class);
    }

    @Test
    void anImpliedEventThatWasReadBeforeTheEndOfItsOrderIsNotPublishedAgain() {
        EngineState earlier = new EngineState();
        List.of(Messages.submitted(NOW), rejected()).forEach(message -> earlier.apply(message, NOW));

        apply(Messages.submitted(NOW));
        earlier.takeImplied().forEach(this::apply);
        apply(rejected());

        assertThat(state.takeImplied()).isEmpty();
    }

    private void apply(Message... messages) {
        List.of(messages).forEach(message -> state.apply(message, NOW));
    }

    private static OrderRejected rejected() {
        return new OrderRejected(
                Messages.meta(NOW),
                Messages.PAPER,
                Messages.RUN,
                Messages.LISTING,
                Messages.PAIR,
                Messages.ORDER,
                400,
                700003,
                "timestamp",
                Rejection.TERMINAL,
                0,
                null);
    }

    private static OrderArmed armedAgain() {
        return Messages.armed(OPENING, SECOND_ORDER, SECOND_PERMIT);
    }
}

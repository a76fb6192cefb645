package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that a stop, or a halt, waits neither for a throttle nor for an order in doubt. */
class StopInTimeTest {
    private static final Duration STOPPED_BY = Duration.ofSeconds(5);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aStopEndsAtOnceAnOrderThatWaitsOutAThrottle() {
        fixture.exchange.pausedUntil = fixture.now().plusSeconds(50);
        buy(Duration.ofSeconds(60));
        Instant asked = fixture.now();

        fixture.receive(Messages.stop());

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.RUN_NOT_ACTIVE);
        assertThat(fixture.awaitOne(RunStopped.class).meta().occurredAt()).isEqualTo(asked);
        assertThat(fixture.published(PermitReturned.class)).hasSizeGreaterThanOrEqualTo(1);
        fixture.time.advance(Duration.ofSeconds(60));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aStopEndsAnOrderThatIsProbedWithTheProofItHas() {
        fixture.exchange.answer =
                () -> Uni.createFrom().item(new PlaceAnswer.Refused(400, 30001, "not open", new Reaction.Probe()));
        buy(Duration.ofSeconds(60));
        fixture.time.advance(Duration.ofSeconds(1));

        fixture.receive(Messages.stop());

        assertThat(fixture.published(OrderRejected.class)).hasSize(1);
        assertThat(fixture.published(RunStopped.class)).hasSize(1);
    }

    @Test
    void aHaltEndsAtOnceAnOrderThatWaitsOutAThrottle() {
        fixture.exchange.pausedUntil = fixture.now().plusSeconds(50);
        buy(Duration.ofSeconds(60));

        fixture.receive(OperatorMessages.answer(OperatorMessages.command(TradingState.HALTED)));

        assertThat(fixture.published(OrderDenied.class))
                .singleElement()
                .satisfies(denied -> assertThat(denied.reason()).isEqualTo(DenialReason.TRADING_STATE));
    }

    @Test
    void aStopIsAnsweredInTimeWhileAnOrderIsInDoubtAndItsLookUpsGoOn() {
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        buy();
        Instant asked = fixture.now();

        fixture.receive(Messages.stop());

        RunStopped stopped = fixture.awaitOne(RunStopped.class);
        assertThat(Duration.between(asked, stopped.meta().occurredAt())).isLessThanOrEqualTo(STOPPED_BY);
        assertThat(stopped.ordersInDoubt()).isEqualTo(1);
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.awaitOne(PositionOpened.class);
        assertThat(fixture.published(RunStopped.class)).hasSize(1);
    }

    private void buy() {
        buy(Duration.ofSeconds(5));
    }

    private void buy(Duration window) {
        fixture.past(Messages.trading(), Messages.started());
        IntStream.rangeClosed(1, 2).forEach(number -> fixture.past(granted(number)));
        fixture.open();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plus(window)));
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }
}

package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that a person can end an order in doubt, once, and that nothing the exchange shows later counts twice. */
class SettlementTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.reconcile.resolve-limit", LIMIT.toString()));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOrderSettledWithNothingReturnsItsPermit() {
        anOrderHandedOver();

        fixture.receive(settle("0", "0"));

        assertThat(settled()).isEqualTo(1);
        assertThat(fixture.published(OrderCanceled.class))
                .singleElement()
                .satisfies(end -> assertThat(end.filledQuantity().isZero()).isTrue());
        assertThat(fixture.published(PermitReturned.class))
                .singleElement()
                .satisfies(returned -> assertThat(returned.permitId()).isEqualTo(Messages.PERMIT));
        fixture.awaitCleared(AlertKind.UNRESOLVED_ORDER);
        assertThat(fixture.memory).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 50, OrderFilled", "40, 20, OrderCanceled"})
    void anOrderSettledWithAFillOpensAPositionAndKeepsItsPermitSpent(String quantity, String amount, String end) {
        anOrderHandedOver();

        fixture.receive(settle(quantity, amount));

        assertThat(fixture.published(OrderStep.class).stream().map(Message::type))
                .endsWith("OrderResolved", end);
        assertThat(fixture.published(PositionOpened.class)).singleElement().satisfies(opened -> {
            assertThat(opened.quantity()).isEqualTo(Quantity.of(quantity));
            assertThat(opened.cost()).isEqualTo(Amount.of(amount));
        });
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
        fixture.awaitCleared(AlertKind.UNRESOLVED_ORDER);
    }

    @ParameterizedTest
    @CsvSource({"100, 50.01", "1, 50000"})
    void aSettlementThatCannotBeIsRefusedWithoutEffect(String quantity, String amount) {
        anOrderHandedOver();
        int before = fixture.published(OrderEvent.class).size();

        fixture.receive(settle(quantity, amount));

        assertThat(fixture.published(OrderEvent.class)).hasSize(before);
    }

    @Test
    void anOrderThatIsNotInDoubtIsNotSettled() {
        fixture.exchange.lookUp = found(Status.OPEN, "0", "0");
        Instant now = fixture.now();
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(now), Messages.accepted(now))
                .open();

        fixture.receive(settle("0", "0"));
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.awaitOne(OrderFilled.class);
        fixture.receive(settle("40", "20"));

        assertThat(settled()).isZero();
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        assertThat(fixture.published(PositionOpened.class)).hasSize(1);
    }

    @Test
    void aSettlementGivenTwiceCountsOnce() {
        anOrderHandedOver();

        fixture.receive(settle("40", "20"), settle("40", "20"), settle("0", "0"));

        assertThat(settled()).isEqualTo(1);
        assertThat(fixture.published(PositionOpened.class)).hasSize(1);
    }

    @Test
    void aLookUpThatContradictsASettlementIsAnAlertAndCountsNothing() {
        anOrderHandedOver();
        fixture.receive(settle("40", "20"));
        int before = fixture.published(OrderEvent.class).size();

        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.time.advance(Duration.ofMinutes(2));

        assertThat(disputed()).isTrue();
        assertThat(fixture.published(OrderEvent.class)).hasSize(before);
    }

    @Test
    void aPushThatContradictsASettlementIsAnAlertAndCountsNothing() {
        anOrderHandedOver();
        fixture.receive(settle("0", "0"));
        int before = fixture.published(OrderEvent.class).size();

        fixture.pushes().pushed(new OrderPush(Messages.ORDER, snapshot(Status.OPEN, "10", "5")));
        fixture.time.runDue();

        assertThat(disputed()).isTrue();
        assertThat(fixture.published(OrderEvent.class)).hasSize(before);
    }

    @Test
    void aLookUpThatAgreesIsNoAlert() {
        anOrderHandedOver();
        fixture.receive(settle("100", "50"));

        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.time.advance(Duration.ofMinutes(2));

        assertThat(disputed()).isFalse();
    }

    @Test
    void aSettlementGivenWhileTheTraderIsDownIsCarriedOutByItsSuccessor() {
        anOrderHandedOver();
        fixture.close();

        try (EngineFixture next = successor(Stream.of(settle("40", "20")))) {
            next.open();
            next.time.runDue();

            assertThat(next.published(OrderResolved.class))
                    .extracting(OrderResolved::resolution)
                    .contains(Resolution.SETTLED);
            assertThat(next.published(PositionOpened.class)).hasSize(1);
        }
    }

    @Test
    void aSettlementOfTheEarlierProcessIsNotRepeatedAndMayStillBeContradicted() {
        anOrderHandedOver();
        Message command = settle("40", "20");
        fixture.receive(command);
        fixture.time.runDue();
        fixture.close();
        Stream<Message> past = Stream.concat(
                Stream.of(Messages.submitted(fixture.now().minusSeconds(60)), command),
                fixture.published(OrderEvent.class).stream());

        try (EngineFixture next = new EngineFixture(Map.of(), fixture.time, fixture.exchange)) {
            next.past(Messages.trading(), Messages.started())
                    .past(past.toArray(Message[]::new))
                    .past(fixture.memory.values().toArray(OrderRemembered[]::new));
            next.exchange.lookUp = FakeExchange.FILLED;
            next.open();
            next.time.advance(Duration.ofMinutes(2));

            assertThat(next.published(OrderEvent.class)).isEmpty();
            assertThat(next.published(AlertRaised.class))
                    .extracting(AlertRaised::kind)
                    .contains(AlertKind.ORDER_DISPUTED);
        }
    }

    private EngineFixture successor(Stream<Message> past) {
        EngineFixture next = new EngineFixture(Map.of(), fixture.time, fixture.exchange);
        next.memory.putAll(fixture.memory);
        return next.past(Messages.trading(), Messages.started())
                .past(next.memory.values().toArray(OrderRemembered[]::new))
                .past(past.toArray(Message[]::new));
    }

    private void anOrderHandedOver() {
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        Instant past = fixture.now().minusSeconds(60);
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(past), Messages.unresolved(past))
                .open();
        fixture.time.advance(LIMIT.plusSeconds(2));
        assertThat(fixture.published(OrderResolved.class))
                .extracting(OrderResolved::resolution)
                .containsExactly(Resolution.OPERATOR);
    }

    private long settled() {
        return fixture.published(OrderResolved.class).stream()
                .filter(resolved -> resolved.resolution() == Resolution.SETTLED)
                .count();
    }

    private boolean disputed() {
        return fixture.published(AlertRaised.class).stream()
                .anyMatch(alert -> alert.kind() == AlertKind.ORDER_DISPUTED);
    }

    private static OrderQueryResult found(Status status, String quantity, String amount) {
        return new OrderQueryResult.Found(snapshot(status, quantity, amount));
    }

    private static OrderSnapshot snapshot(Status status, String quantity, String amount) {
        return new OrderSnapshot(FakeExchange.ORDER, status, Quantity.of(quantity), Amount.of(amount));
    }

    /** States what became of attempt 1. */
    private SettleOrder settle(String quantity, String amount) {
        return new SettleOrder(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Messages.OPERATOR,
                Messages.ORDER,
                Quantity.of(quantity),
                Amount.of(amount),
                "seen in the account");
    }
}

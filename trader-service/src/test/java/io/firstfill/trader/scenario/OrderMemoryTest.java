package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that no age of an order makes the trader forget it, or what it has bought. */
class OrderMemoryTest {
    private static final OrderQueryResult NO_ANSWER = new OrderQueryResult.Unanswered("down", null);

    private final EngineFixture before = new EngineFixture();

    @AfterEach
    void close() {
        before.close();
    }

    /** A weekend, a month, a year without a trader: nothing of the order is left on the topic of orders. */
    @ParameterizedTest(name = "{0} days later")
    @ValueSource(ints = {0, 3, 40, 400})
    void anOrderInDoubtIsLookedUpAfterARestartHoweverOldItIs(int days) {
        before.exchange.lookUp = NO_ANSWER;
        before.exchange.answer = () -> Uni.createFrom().item(new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"));
        buy(OrderStyle.MARKET, 1);
        before.time.advance(Duration.ofSeconds(1));
        before.close();
        before.time.advance(Duration.ofDays(days));

        try (EngineFixture next = successor(Messages.trading(), Messages.started())) {
            next.exchange.lookUp = FakeExchange.FILLED;
            next.open();

            assertThat(next.awaitOne(OrderFilled.class).clientOrderId()).isEqualTo(Messages.ORDER);
            assertThat(next.awaitOne(PositionOpened.class).cost()).isEqualTo(Amount.of("50"));
        }
    }

    @Test
    void thePermitOfAnOldOrderThatIsProvedAbsentIsReturned() {
        before.exchange.lookUp = NO_ANSWER;
        before.exchange.answer = () -> Uni.createFrom().item(new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"));
        buy(OrderStyle.MARKET, 1);
        PermitId permit = before.awaitOne(OrderSubmitted.class).permitId();
        before.close();
        before.time.advance(Duration.ofDays(3));

        try (EngineFixture next = successor(Messages.trading(), Messages.started())) {
            next.exchange.lookUp = new OrderQueryResult.Absent();
            next.open();

            next.await(
                    () -> next.published(PermitReturned.class).stream()
                            .anyMatch(returned -> returned.permitId().equals(permit)),
                    "permit returned");
            next.time.runDue();
            assertThat(next.memory).isEmpty();
        }
    }

    @Test
    void aFillAddsToThePositionFromDaysBefore() {
        before.exchange.lookUp = found(Status.CANCELED, "40", "20");
        buy(OrderStyle.MARKET, 1);
        before.awaitOne(PositionOpened.class);
        before.time.runDue();
        before.close();
        before.time.advance(Duration.ofDays(5));

        try (EngineFixture next = successor(Messages.trading(), Messages.started())) {
            next.exchange.lookUp = found(Status.FILLED, "50", "30");
            next.open();
            assertThat(next.published(OrderEvent.class)).as("published again").isEmpty();

            next.receive(
                    granted(next),
                    Messages.signal(Messages.OTHER_LISTING, null, next.now().plusSeconds(5)));

            PositionChanged changed = next.awaitOne(PositionChanged.class);
            assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
            assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        }
    }

    @Test
    void aListingBoughtDaysBeforeIsNotBoughtAgainWhenItMoves() {
        before.exchange.lookUp = FakeExchange.FILLED;
        buy(OrderStyle.MARKET, 1);
        before.awaitOne(PositionOpened.class);
        before.time.runDue();
        before.close();
        before.time.advance(Duration.ofDays(5));

        try (EngineFixture next = successor(
                Messages.trading(),
                Messages.started(),
                Messages.signal(Messages.LISTING, before.now().minus(Duration.ofDays(5)), before.now()))) {
            next.open();
            next.receive(
                    granted(next), Messages.rescheduled(before.now(), next.now().plusSeconds(60)));

            next.time.advance(Duration.ofMinutes(2));

            assertThat(next.published(OrderSubmitted.class)).isEmpty();
        }
    }

    @Test
    void nothingIsKeptOfAnOrderThatBoughtNothing() {
        before.exchange.answer =
                () -> Uni.createFrom().item(new PlaceAnswer.Refused(400, 1, "no", new Reaction.GiveUp()));
        buy(OrderStyle.MARKET, 1);
        before.time.advance(Duration.ofSeconds(1));

        assertThat(before.published(PermitReturned.class)).isNotEmpty();
        assertThat(before.memory).isEmpty();
    }

    @Test
    void aBuyIsKeptWhileItsPositionIsOpenAlsoAfterItsRun() {
        before.exchange.lookUp = FakeExchange.FILLED;
        buy(OrderStyle.MARKET, 1);
        before.awaitOne(PositionOpened.class);
        before.time.runDue();
        assertThat(before.memory).hasSize(1);

        before.receive(Messages.stop());
        before.time.advance(Duration.ofSeconds(3));
        assertThat(before.memory).hasSize(1);

        before.receive(new SellEverything(Messages.meta(before.now()), Messages.PAPER, Messages.OPERATOR, "test"));
        before.awaitOne(PositionClosed.class);
        before.time.advance(Duration.ofSeconds(3));
        assertThat(before.memory).isEmpty();
    }

    @Test
    void anOrderLeavesWithoutWaitingForItsRecordInTheMemory() {
        before.memoryTopic = append -> Uni.createFrom().nothing();
        before.exchange.lookUp = FakeExchange.FILLED;

        buy(OrderStyle.MARKET, 1);

        assertThat(before.exchange.placed).hasSize(1);
        assertThat(before.memory).isEmpty();
    }

    private void buy(OrderStyle style, int permits) {
        before.past(Messages.trading(), Messages.started(style, null));
        for (int number = 1; number <= permits; number++) {
            before.past(Messages.granted(PermitId.derivedFrom("permit of this test", number)));
        }
        before.open();
        before.receive(Messages.signal(Messages.LISTING, null, before.now().plusSeconds(5)));
    }

    private EngineFixture successor(Message... past) {
        EngineFixture next = new EngineFixture(Map.of(), before.time, before.exchange);
        next.memory.putAll(before.memory);
        return next.past(past).past(next.memory.values().toArray(OrderRemembered[]::new));
    }

    private static OrderQueryResult found(Status status, String quantity, String amount) {
        return new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, status, Quantity.of(quantity), Amount.of(amount)));
    }

    private static PermitGranted granted(EngineFixture engine) {
        return new PermitGranted(
                Messages.meta(engine.now()),
                Messages.PAPER,
                Messages.RUN,
                PermitId.derivedFrom("new permit"),
                Messages.FIFTY,
                engine.now().plusSeconds(600));
    }
}

package io.firstfill.trader.scenario.sell;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.FakeSells.Course;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.Reaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a person's command sells a position once, whatever the exchange answers and wherever we are killed. */
class CloseByHandTest {
    private static final PositionId POSITION = PositionId.derivedFrom(Messages.RUN, Messages.PAIR);

    private final EngineFixture fixture = new EngineFixture();
    private final List<Message> past = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aCloseSellsTheWholePositionAtMarket() {
        hold();

        fixture.receive(closing(null, null));
        PositionClosed closed = fixture.awaitOne(PositionClosed.class);

        assertThat(closed.reason()).isEqualTo(PositionEnd.SOLD);
        assertThat(closed.proceeds().value()).isEqualByComparingTo("60");
        assertThat(fixture.published(SellSubmitted.class))
                .singleElement()
                .satisfies(sell -> assertThat(sell.orderType()).isEqualTo(OrderType.MARKET));
        assertThat(fixture.published(ExitEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.end()).isEqualTo(ExitEnd.SOLD));
        assertThat(fixture.exchange.sells.sold()).isEqualByComparingTo("100");
    }

    @Test
    void theSameCommandTwiceSellsOnce() {
        hold();
        ClosePosition command = closing(Ratio.of("0.5"), null);

        fixture.receive(command, command);
        fixture.awaitOne(ExitEnded.class);
        fixture.receive(command);
        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(fixture.exchange.sells.sold()).isEqualByComparingTo("50");
        assertThat(fixture.published(PositionClosed.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostAnswerIsLookedUpAndTheOrderIsNeverSentAgain(boolean taken) {
        hold();
        fixture.exchange.sells.courses.add(new Course.Lose(taken));

        fixture.receive(closing(null, null));
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.exchange.sells.placed).hasSize(taken ? 1 : 2);
        assertThat(fixture.exchange.sells.placed).doesNotHaveDuplicates();
        assertThat(fixture.exchange.sells.sold()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"30004", "30005", "30028", "30000", "30001", "30025"})
    void aRefusalThatMayPassIsTriedAgain(int code) {
        hold();
        fixture.exchange.sells.courses.add(new Course.Refuse(code, new Reaction.GiveUp()));

        fixture.receive(closing(null, null));
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.exchange.sells.placed).hasSize(2);
        assertThat(fixture.exchange.sells.sold()).isEqualByComparingTo("100");
    }

    @Test
    void whereMarketOrdersAreRefusedAPricedOrderIsSent() {
        hold();
        fixture.exchange.sells.courses.add(new Course.Refuse(30019, new Reaction.SwitchStyle()));

        fixture.receive(closing(null, CloseStyle.MARKET));
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.published(SellSubmitted.class))
                .extracting(SellSubmitted::orderType)
                .containsExactly(OrderType.MARKET, OrderType.IMMEDIATE_OR_CANCEL);
    }

    @Test
    void anExitThatIsRefusedForGoodCallsAPersonAndAnotherCloseSells() {
        hold();
        for (int refusal = 0; refusal < 3; refusal++) {
            fixture.exchange.sells.courses.add(new Course.Refuse(30032, new Reaction.GiveUp()));
        }

        fixture.receive(closing(null, null));
        assertThat(fixture.awaitOne(ExitEnded.class).end()).isEqualTo(ExitEnd.FAILED);
        assertThat(fixture.published(io.firstfill.contract.alert.AlertRaised.class))
                .anySatisfy(alert -> assertThat(alert.kind()).isEqualTo(AlertKind.EXIT_FAILED));

        fixture.receive(closing(null, null));
        fixture.awaitOne(PositionClosed.class);
    }

    @Test
    void reducingSellsAndHaltedDoesNot() {
        hold();
        fixture.receive(OperatorMessages.command(TradingState.HALTED));
        fixture.receive(closing(null, null));
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.exchange.sells.placed).isEmpty();
        assertThat(fixture.published(ExitTriggered.class)).hasSize(1);

        var reducing = OperatorMessages.command(TradingState.REDUCING);
        fixture.receive(reducing, OperatorMessages.answer(reducing));
        fixture.awaitOne(PositionClosed.class);
        assertThat(fixture.exchange.sells.sold()).isEqualByComparingTo("100");
    }

    @Test
    void everythingIsSoldByOneCommand() {
        hold();

        fixture.receive(new SellEverything(
                Messages.meta(fixture.now()), Messages.PAPER, Messages.OPERATOR, "test"));
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.exchange.sells.sold()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.4", "lost", "taken"})
    void aKillAfterAnyRecordSellsNoMoreThanWasBought(String course) {
        hold();
        past.addAll(fixture.published);
        course(fixture, course);
        ClosePosition command = closing(null, null);
        fixture.receive(command);
        fixture.awaitOne(PositionClosed.class);
        List<Message> all = List.copyOf(fixture.published);
        assertThat(fixture.published(SellFilled.class)).isNotEmpty();

        for (int records = past.size(); records <= all.size(); records++) {
            killedAfter(all, command, course, records);
        }
    }

    /** Brings an engine to that record, kills it there, and lets a successor with the same exchange end the exit. */
    private static void killedAfter(List<Message> all, ClosePosition command, String course, int records) {
        EngineFixture first = new EngineFixture();
        hold(first);
        course(first, course);
        first.topic = event -> first.published.size() < records
                ? io.smallrye.mutiny.Uni.createFrom().voidItem()
                : io.smallrye.mutiny.Uni.createFrom().nothing();
        first.receive(command);
        first.time.advance(Duration.ofMillis(records * 40L));
        List<Message> topics = List.copyOf(first.published);
        first.close();
        try (EngineFixture second = new EngineFixture(Map.of(), first.time, first.exchange)) {
            second.past(Messages.trading(), Messages.started(), command);
            second.past(topics.toArray(Message[]::new));
            second.open();
            second.time.advance(Duration.ofMinutes(2));
            List<Message> told = new ArrayList<>(topics);
            told.addAll(second.published);
            assertThat(told).filteredOn(PositionClosed.class::isInstance).as("after %s of %s", records, all.size())
                    .hasSize(1);
            assertThat(second.exchange.sells.sold()).isLessThanOrEqualTo(new BigDecimal("100"));
        }
    }

    private static void course(EngineFixture fixture, String course) {
        fixture.exchange.sells.courses.add(
                switch (course) {
                    case "lost" -> new Course.Lose(false);
                    case "taken" -> new Course.Lose(true);
                    default -> new Course.Fill(course);
                });
    }

    private void hold() {
        hold(fixture);
    }

    private static void hold(EngineFixture fixture) {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        assertThat(fixture.awaitOne(PositionOpened.class).quantity()).isEqualTo(Quantity.of("100"));
    }

    private ClosePosition closing(@org.jspecify.annotations.Nullable Ratio share,
            @org.jspecify.annotations.Nullable CloseStyle style) {
        return new ClosePosition(
                Messages.meta(fixture.now()), Messages.PAPER, Messages.OPERATOR, POSITION, "test", share, style);
    }
}

package io.firstfill.trader.scenario.sell;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TakeProfit;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.FakeSells.Course;
import io.firstfill.trader.fixture.Messages;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that a plan sells a position, bought at 0.5 each, by prices and by time, and each part of it once. */
class PlanTriggersTest {
    private static final PositionId POSITION = PositionId.derivedFrom(Messages.RUN, Messages.PAIR);
    private static final StopLoss STOP = new StopLoss(Ratio.of("0.2"), Duration.ZERO, Duration.ZERO);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aLadderSellsLevelByLevel() {
        hold(fixture, plan(List.of(level("0.1", false), level("0.3", false)), null, null, null));
        price("0.56", "0.56");
        fixture.await(() -> sold(fixture).compareTo(new BigDecimal("50")) == 0, "first level sold");
        assertThat(fixture.published(PositionClosed.class)).isEmpty();

        price("0.66", "0.66");
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.published(ExitTriggered.class))
                .extracting(ExitTriggered::level)
                .containsExactly(0, 1);
        assertThat(sold(fixture)).isEqualByComparingTo("100");
    }

    @Test
    void aStopSellsEverythingAfterTwoReadingsAndNotAfterOne() {
        hold(fixture, plan(List.of(level("0.1", false)), STOP, null, null));
        price("0.3", "0.5");
        fixture.time.advance(Duration.ofSeconds(10));
        assertThat(fixture.published(ExitTriggered.class)).isEmpty();

        price("0.3", "0.3");
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.published(ExitTriggered.class))
                .singleElement()
                .satisfies(exit -> assertThat(exit.cause()).isEqualTo(ExitCause.STOP_LOSS));
        assertThat(sold(fixture)).isEqualByComparingTo("100");
    }

    @Test
    void aTrailingStopFollowsTheHighestBid() {
        hold(fixture, plan(List.of(), null, new TrailingStop(Ratio.of("0.1"), Ratio.of("0.2")), null));
        price("0.8", "0.8", "0.75", "0.75");
        assertThat(fixture.published(ExitTriggered.class)).isEmpty();

        price("0.7", "0.7");
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.published(ExitTriggered.class))
                .singleElement()
                .satisfies(exit -> assertThat(exit.cause()).isEqualTo(ExitCause.TRAILING_STOP));
    }

    @Test
    void theLongestHoldingSellsWithoutAPrice() {
        hold(fixture, plan(List.of(), null, null, Duration.ofSeconds(30)));
        fixture.time.advance(Duration.ofSeconds(25));
        assertThat(fixture.published(ExitTriggered.class)).isEmpty();

        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.now()).isBefore(fixture.awaitOne(PositionOpened.class)
                .meta()
                .occurredAt()
                .plusSeconds(40));
    }

    @Test
    void aRestingLevelWaitsAtTheExchangeAndIsCancelledBeforeAStopSells() {
        fixture.exchange.sells.courses.add(new Course.Fill("0"));
        hold(fixture, plan(List.of(level("0.1", true)), STOP, null, null));
        SellSubmitted resting = fixture.awaitOne(SellSubmitted.class);
        assertThat(resting.orderType()).isEqualTo(OrderType.LIMIT);
        assertThat(resting.limitPrice()).isNotNull();

        price("0.3", "0.3");
        fixture.awaitOne(PositionClosed.class);

        assertThat(fixture.exchange.sells.cancelled).contains(resting.clientOrderId());
        assertThat(sold(fixture)).isEqualByComparingTo("100");
    }

    @Test
    void aFloorMakesThePricedOrder() {
        hold(
                fixture,
                new ExitPlan(List.of(), STOP, null, null, Ratio.of("0.9"), AtStop.KEEP_EXITS));
        price("0.301", "0.301");
        fixture.awaitOne(PositionClosed.class);

        SellSubmitted sell = fixture.awaitOne(SellSubmitted.class);
        assertThat(sell.orderType()).isEqualTo(OrderType.IMMEDIATE_OR_CANCEL);
        assertThat(sell.limitPrice()).isNotNull();
        assertThat(sell.limitPrice().value()).isEqualByComparingTo("0.271");
    }

    @Test
    void aPersonsPlanReplacesTheRuns() {
        hold(fixture, plan(List.of(), STOP, null, null));
        fixture.receive(set(plan(List.of(level("0.1", false)), null, null, null)));
        price("0.3", "0.3", "0.3");
        assertThat(fixture.published(ExitTriggered.class)).isEmpty();

        fixture.receive(set(null));
        price("0.9", "0.9");
        fixture.time.advance(Duration.ofSeconds(10));
        assertThat(fixture.exchange.sells.placed).isEmpty();
    }

    @Test
    void aStopOfTheRunKeepsExitsOrHandsThePositionOver() {
        hold(fixture, plan(List.of(), STOP, null, null));
        fixture.receive(Messages.stop());
        price("0.3", "0.3");
        fixture.awaitOne(PositionClosed.class);

        try (EngineFixture other = new EngineFixture()) {
            hold(other, new ExitPlan(List.of(), STOP, null, null, null, AtStop.HAND_OVER));
            other.time.advance(Duration.ofSeconds(1));
            other.receive(new StopRun(
                    Messages.meta(other.now()), Messages.PAPER, Messages.OPERATOR, Messages.RUN, "test"));
            other.time.advance(Duration.ofSeconds(2));
            price(other, "0.3", "0.3", "0.3");
            assertThat(other.published(ExitPlanned.class)).hasSize(2);
            assertThat(other.published(ExitPlanned.class).getLast().plan()).isNull();
            assertThat(other.exchange.sells.placed).isEmpty();
        }
    }

    @Test
    void marksTellBidAndNextPrices() {
        hold(fixture, plan(List.of(level("0.1", false)), STOP, null, null));
        price("0.52", "0.52");
        fixture.time.advance(Duration.ofSeconds(2));

        assertThat(fixture.published(PositionsMarked.class).getLast().marks()).singleElement().satisfies(mark -> {
            assertThat(mark.stale()).isFalse();
            assertThat(mark.next()).hasSize(2);
        });
    }

    @Test
    void aKillAfterAnyRecordSellsThePositionOnce() {
        ExitPlan plan = plan(List.of(level("0.1", false)), STOP, null, null);
        EngineFixture whole = new EngineFixture();
        hold(whole, plan);
        price(whole, "0.56", "0.56", "0.3", "0.3");
        whole.awaitOne(PositionClosed.class);
        int all = whole.published.size();
        whole.close();

        for (int records = 1; records <= all; records++) {
            killedAfter(plan, records);
        }
    }

    private static void killedAfter(ExitPlan plan, int records) {
        EngineFixture first = new EngineFixture();
        hold(first, plan);
        first.exchange.sells.courses.add(new Course.Fill("0.5"));
        int held = first.published.size();
        first.topic = event -> first.published.size() < held + records
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().nothing();
        price(first, "0.56", "0.56", "0.3", "0.3");
        List<Message> topics = new ArrayList<>(first.published);
        first.close();
        try (EngineFixture second = new EngineFixture(Map.of(), first.time, first.exchange)) {
            second.past(Messages.trading(), started(plan));
            second.past(topics.toArray(Message[]::new));
            second.open();
            price(second, "0.3", "0.3");
            second.time.advance(Duration.ofMinutes(1));
            topics.addAll(second.published);
            assertThat(topics).filteredOn(PositionClosed.class::isInstance).as("after %s", records).hasSize(1);
            assertThat(sold(second)).as("after %s", records).isEqualByComparingTo("100");
        }
    }

    private static BigDecimal sold(EngineFixture engine) {
        return engine.exchange.sells.sold();
    }

    private void price(String... bids) {
        price(fixture, bids);
    }

    private static void price(EngineFixture engine, String... bids) {
        for (String bid : bids) {
            engine.quotes.push(Messages.PAIR, bid);
            engine.time.advance(Duration.ofMillis(500));
        }
    }

    private static TakeProfit level(String above, boolean resting) {
        return new TakeProfit(Ratio.of(above), Ratio.of("0.5"), resting);
    }

    private static ExitPlan plan(
            List<TakeProfit> levels,
            @Nullable StopLoss stop,
            @Nullable TrailingStop trailing,
            @Nullable Duration longest) {
        return new ExitPlan(levels, stop, trailing, longest, null, AtStop.KEEP_EXITS);
    }

    private SetExitPlan set(@Nullable ExitPlan plan) {
        return new SetExitPlan(
                Messages.meta(fixture.now()), Messages.PAPER, Messages.OPERATOR, POSITION, plan, "test");
    }

    private static RunStarted started(ExitPlan plan) {
        RunStarted run = Messages.started();
        Configuration c = run.snapshot();
        Configuration snapshot = new Configuration(
                c.name(),
                c.quoteAmount(),
                c.symbols(),
                c.orderStyle(),
                c.recvWindow(),
                c.signalMaxAge(),
                c.latencyBudget(),
                c.probeWindow(),
                c.caps(),
                c.safety(),
                c.priceCap(),
                c.maxPremium(),
                c.polling(),
                plan);
        return new RunStarted(
                run.meta(), run.environment(), run.runId(), run.configuration(), snapshot, Messages.OPERATOR);
    }

    private static void hold(EngineFixture engine, ExitPlan plan) {
        engine.exchange.lookUp = FakeExchange.FILLED;
        engine.past(Messages.trading(), started(plan), Messages.granted(Messages.PERMIT))
                .open();
        engine.receive(Messages.signal(Messages.LISTING, null, engine.now().plusSeconds(5)));
        PositionOpened opened = engine.awaitOne(PositionOpened.class);
        assertThat(opened.quantity()).isEqualTo(Quantity.of("100"));
        assertThat(opened.heldBy()).isEqualTo(PositionHolder.EXIT_PLAN);
        engine.awaitOne(ExitPlanned.class);
    }
}

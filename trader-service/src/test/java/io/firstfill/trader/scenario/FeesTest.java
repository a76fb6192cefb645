package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.memory.OrderRemembered;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a position is net of the fees that the exchange took in its base asset, and states the others. */
class FeesTest {
    private static final Duration ASKED_BY = Duration.ofMinutes(3);

    private static final Timeline NO_TIMES = new Timeline(
            null,
            null,
            VirtualTime.START,
            VirtualTime.START,
            VirtualTime.START,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aFeeInTheBaseAssetIsTakenFromThePositionOnce() {
        buy();
        assertThat(fixture.awaitOne(PositionOpened.class).quantity()).isEqualTo(Quantity.of("100"));
        fixture.time.advance(Duration.ofSeconds(5));
        assertThat(fixture.published(PositionChanged.class))
                .as("trades not shown yet")
                .isEmpty();

        fixture.exchange.fee = fee("0.1", Map.of());
        fixture.time.advance(ASKED_BY);

        assertThat(fixture.published(PositionChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.quantity()).isEqualTo(Quantity.of("99.9"));
            assertThat(changed.cost()).isEqualTo(Amount.of("50"));
            assertThat(changed.feeQuantity()).isEqualTo(Quantity.of("0.1"));
            assertThat(changed.clientOrderId()).isEqualTo(Messages.ORDER);
        });
    }

    @Test
    void noFeeIsNoEvent() {
        fixture.exchange.fee = fee("0", Map.of());
        buy();

        fixture.time.advance(ASKED_BY);

        assertThat(fixture.published(PositionChanged.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.1"})
    void aFeeInOtherAssetsIsStatedAndChangesNeitherQuantityNorCost(String inBase) {
        Map<Asset, Amount> others = Map.of(Asset.of("MX"), Amount.of("0.0004"), Asset.of("USDT"), Amount.of("0.025"));
        fixture.exchange.fee = fee(inBase, others);
        buy();

        fixture.time.advance(ASKED_BY);

        assertThat(fixture.published(PositionChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.otherFees()).isEqualTo(others);
            assertThat(changed.feeQuantity()).isEqualTo(Quantity.of(inBase));
            assertThat(changed.quantity().value().add(new BigDecimal(inBase))).isEqualByComparingTo("100");
            assertThat(changed.cost()).isEqualTo(Amount.of("50"));
            assertThat(changed.clientOrderId()).isEqualTo(Messages.ORDER);
        });
        assertThat(fixture.exchange.feesAsked).isEqualTo(1);
    }

    @Test
    void theFeeOfAnOrderWhoseEndWasPushedIsAskedForAsWell() {
        fixture.exchange.fee = fee("0.1", Map.of());
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        start();
        fixture.awaitOne(OrderAccepted.class);
        fixture.pushes()
                .pushed(new OrderPush(Messages.ORDER, ((OrderQueryResult.Found) FakeExchange.FILLED).snapshot()));

        fixture.time.advance(ASKED_BY);

        assertThat(fixture.published(PositionChanged.class))
                .singleElement()
                .satisfies(changed -> assertThat(changed.quantity()).isEqualTo(Quantity.of("99.9")));
    }

    @Test
    void aFeeTakenBeforeARestartIsNotTakenAgainAndOneNotKnownIsAskedFor() {
        buy();
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.close();
        fixture.exchange.fee = fee("0.1", Map.of());
        EngineFixture second = successor(fixture);
        try (second) {
            second.open();
            second.time.advance(ASKED_BY);
            assertThat(second.published(PositionChanged.class)).hasSize(1);
            try (EngineFixture third = successor(second)) {
                third.open();
                third.time.advance(ASKED_BY);
                assertThat(third.published(OrderEvent.class)).isEmpty();
            }
        }
    }

    @Test
    void theFeesOfManyOrdersOfThePastLeaveRoomForTheLookUpsOfOthers() {
        fixture.past(Messages.trading(), Messages.started());
        IntStream.range(0, 50).forEach(number -> fixture.past(filled(number)));
        fixture.open();

        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.exchange.feesAsked).isBetween(2, 5);
    }

    private static OrderFilled filled(int number) {
        ListingId listing = ListingId.derivedFrom("listing of the past", number);
        return new OrderFilled(
                Messages.meta(VirtualTime.START),
                Messages.PAPER,
                Messages.RUN,
                listing,
                Pair.of("PAST" + number + "/USDT"),
                ClientOrderId.derivedFrom(Messages.RUN, listing, "b", 1),
                ExchangeOrderId.of("past-" + number),
                Quantity.of("100"),
                Amount.of("50"),
                Price.of("0.5"),
                NO_TIMES);
    }

    private EngineFixture successor(EngineFixture before) {
        EngineFixture next = new EngineFixture(Map.of(), before.time, before.exchange);
        next.memory.putAll(before.memory);
        return next.past(Messages.trading(), Messages.started())
                .past(List.copyOf(next.memory.values()).toArray(OrderRemembered[]::new));
    }

    private static Optional<Venue.Fee> fee(String inBase, Map<Asset, Amount> others) {
        return Optional.of(new Venue.Fee(Quantity.of(inBase), others));
    }

    private void buy() {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        start();
    }

    private void start() {
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(PermitId.derivedFrom("permit of this test")))
                .open();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
    }
}

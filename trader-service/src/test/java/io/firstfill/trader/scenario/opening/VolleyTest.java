package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.scenario.opening.OpeningExchange.MarketOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves how the probes of an opening use the order rate of its second, one after another. */
class VolleyTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(1);

    private final EngineFixture fixture = new EngineFixture();
    private final Instant opening = fixture.now().plusSeconds(30);

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 13, 23, 39})
    void anOpeningInTheLikelyTimeIsMetWithinOneGapOfTheVolley(int late) {
        OpeningExchange exchange = opens(late, ROUND_TRIP);

        scheduled(1);

        Instant bought = exchange.arrivals.getLast();
        assertThat(fixture.published(OrderAccepted.class)).hasSize(1);
        assertThat(Duration.between(opening.plusMillis(late), bought)).isLessThan(Duration.ofMillis(5));
        assertThat(exchange.mostInFlight).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"MARKET, 11", "IOC_CAPPED, 11", "MARKET_THEN_IOC, 9"})
    void theSecondOfAnOpeningHoldsTheWholeRateLessTheReserve(OrderStyle style, int probes) {
        OpeningExchange exchange = opens(5_000, ROUND_TRIP);

        scheduled(1, style);

        assertThat(exchange.sent.stream().filter(at -> at.isBefore(opening.plusMillis(100))))
                .hasSize(probes);
        assertThat(exchange.sent.stream().filter(at -> at.isBefore(opening.plusMillis(1_010))))
                .as("one is for an opening after the likely time")
                .hasSize(probes + 1)
                .contains(opening.plusMillis(250));
        assertThat(exchange.mostInFlight).isEqualTo(1);
    }

    @Test
    void atADistanceTheRoundTripIsThePace() {
        OpeningExchange exchange = opens(5_000, Duration.ofMillis(20));

        scheduled(1);

        List<Instant> volley = exchange.sent.subList(0, 10);
        for (int i = 1; i < volley.size(); i++) {
            assertThat(Duration.between(volley.get(i - 1), volley.get(i))).isEqualTo(Duration.ofMillis(20));
        }
        assertThat(exchange.mostInFlight).isEqualTo(1);
    }

    @Test
    void openingsOfOneSecondShareTheRateFairly() {
        opens(5_000, ROUND_TRIP);

        begin(3, OrderStyle.MARKET);
        fixture.time.advanceTo(opening.plusMillis(200));

        for (int i = 0; i < 3; i++) {
            Pair pair = pair(i);
            assertThat(fixture.exchange.buys.stream().filter(buy -> buy.pair().equals(pair)))
                    .as("requests signed for %s", pair)
                    .hasSize(3);
        }
    }

    @Test
    void lookUpsWaitForTheVolleyAndGoOnAfterIt() {
        opens(20, ROUND_TRIP);
        begin(1, OrderStyle.MARKET);

        fixture.time.advanceTo(opening.minusMillis(500));
        assertThat(fixture.exchange.heldUntil).isAfter(opening.plusMillis(40));
        fixture.time.advanceTo(opening.plusMillis(30));
        assertThat(fixture.published(OrderAccepted.class)).hasSize(1);
        assertThat(fixture.exchange.heldUntil).isEqualTo(Instant.MIN);
    }

    @Test
    void noProbeLeavesAfterAStop() {
        OpeningExchange exchange = opens(5_000, ROUND_TRIP);
        begin(1, OrderStyle.MARKET);
        fixture.time.advanceTo(opening.plusMillis(10));
        int before = exchange.sent.size();

        fixture.receive(Messages.stop());

        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(exchange.sent).hasSize(before);
        assertThat(fixture.published(OrderRejected.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 12, 20, 33, 41, 70, 95, 130, 250})
    void noProbeLeavesAtTheDeadlineOrAfterIt(int deadline) {
        OpeningExchange exchange = opens(5_000, ROUND_TRIP);
        begin(0, OrderStyle.MARKET);
        fixture.receive(permit(0), Messages.signal(listing(0), pair(0), opening, opening.plusMillis(deadline)));

        fixture.time.advanceTo(opening.plusSeconds(2));

        assertThat(exchange.sent).isNotEmpty().allMatch(at -> at.isBefore(opening.plusMillis(deadline)));
        assertThat(fixture.published(OrderRejected.class)).hasSize(1);
    }

    @Test
    void noProbeLeavesForAnOpeningThatHasMoved() {
        OpeningExchange exchange = opens(5_000, ROUND_TRIP);
        begin(1, OrderStyle.MARKET);
        fixture.time.advanceTo(opening.plusMillis(10));
        int before = exchange.sent.size();

        fixture.receive(new ListingRescheduled(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                listing(0),
                pair(0),
                opening,
                opening.plusSeconds(60),
                ListingSource.CALENDAR));

        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(exchange.sent).hasSize(before);
        assertThat(fixture.published(OrderRejected.class)).hasSize(1);
    }

    @Test
    void noProbeLeavesAfterTheLeaseIsLost() {
        OpeningExchange exchange = opens(5_000, ROUND_TRIP);
        begin(1, OrderStyle.MARKET);
        fixture.time.advanceTo(opening.plusMillis(10));
        int before = exchange.sent.size();

        fixture.leaseHeld = false;

        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(exchange.sent).hasSize(before);
    }

    @Test
    void openingsThatCameLaterWidenTheNextVolley() {
        for (int i = 0; i < 8; i++) {
            lateOpening(i, 80);
        }
        Instant next = fixture.now().plusSeconds(3);
        OpeningExchange exchange = new OpeningExchange(fixture, ROUND_TRIP, next.plusSeconds(5), MarketOrders.FILLED);
        fixture.receive(permit(100), Messages.signal(listing(100), pair(100), next, next.plusSeconds(3)));

        fixture.time.advanceTo(next.plusMillis(150));

        assertThat(Duration.between(exchange.sent.getFirst(), exchange.sent.getLast()))
                .isBetween(Duration.ofMillis(75), Duration.ofMillis(120));
    }

    private void lateOpening(int number, int late) {
        Instant at = fixture.now().plusSeconds(3);
        new OpeningExchange(fixture, ROUND_TRIP, at.plusMillis(late), MarketOrders.FILLED);
        if (number == 0) {
            fixture.past(Messages.trading(), Messages.started(OrderStyle.MARKET, null))
                    .open();
        }
        fixture.receive(permit(number), Messages.signal(listing(number), pair(number), at, at.plusSeconds(3)));
        fixture.time.advanceTo(at.plusSeconds(2));
        fixture.exchange.signed.clear();
    }

    private OpeningExchange opens(int late, Duration roundTrip) {
        return new OpeningExchange(fixture, roundTrip, opening.plusMillis(late), MarketOrders.FILLED);
    }

    private void scheduled(int listings) {
        scheduled(listings, OrderStyle.MARKET);
    }

    private void scheduled(int listings, OrderStyle style) {
        begin(listings, style);
        fixture.time.advanceTo(opening.plusMillis(1_015));
    }

    private void begin(int listings, OrderStyle style) {
        fixture.past(Messages.trading(), Messages.started(style, style == OrderStyle.MARKET ? null : "0.6"));
        for (int i = 0; i < listings; i++) {
            fixture.past(permit(i), Messages.qualified(listing(i), pair(i), "LIMIT", "MARKET"));
        }
        fixture.open();
        for (int i = 0; i < listings; i++) {
            fixture.receive(Messages.signal(listing(i), pair(i), opening, opening.plusSeconds(3)));
        }
    }

    private static ListingId listing(int number) {
        return ListingId.derivedFrom("listing of this test", number);
    }

    private static Pair pair(int number) {
        return Pair.of("NEW" + number + "/USDT");
    }

    private static Message permit(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }
}

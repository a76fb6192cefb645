package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.scenario.opening.OpeningExchange.MarketOrders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the probes of openings that do not come leave the order rate to what matters more. */
class LateOpeningsTest {
    private static final int RATE = 12;
    private static final Duration ORDER_SECOND = Duration.ofMillis(1_020);
    private static final Duration ROUND_TRIP = Duration.ofMillis(1);

    private final EngineFixture fixture = new EngineFixture();
    private final Instant opening = fixture.now().plusSeconds(30);
    private final OpeningExchange exchange =
            new OpeningExchange(fixture, ROUND_TRIP, opening.plusSeconds(60), MarketOrders.FILLED);

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void afterTheFirstSecondTheProbesOfAllListingsTogetherLeaveTheReserve(int listings) {
        begin(listings);
        for (int i = 0; i < listings; i++) {
            announce(i, opening);
        }

        fixture.time.advanceTo(opening.plusSeconds(9));

        assertThat(most(opening.plusMillis(2_100)))
                .isLessThanOrEqualTo(RATE - 2)
                .isGreaterThanOrEqualTo(7);
    }

    @Test
    void anOpeningHasTheOrderRateThoughAnotherListingIsStillProbed() {
        begin(2);
        announce(0, opening);
        announce(1, opening.plusSeconds(5));

        fixture.time.advanceTo(opening.plusMillis(6_500));

        Instant next = opening.plusSeconds(5);
        assertThat(exchange.sent.stream().filter(at -> !at.isBefore(next) && at.isBefore(next.plusMillis(60))))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(most(opening.plusMillis(3_000))).isLessThanOrEqualTo(RATE - 1);
    }

    @Test
    void openingsMoreThanASecondApartEachHaveTheWholeVolley() {
        begin(2);
        Instant next = opening.plusMillis(1_100);
        announce(0, opening);
        announce(1, next);

        fixture.time.advanceTo(opening.plusMillis(1_200));

        assertThat(sentIn(opening, 60)).isGreaterThanOrEqualTo(8);
        assertThat(sentIn(next, 60)).isGreaterThanOrEqualTo(8);
    }

    /** The next request would be a second away. */
    @Test
    void theOnlyRequestOfABuyInASecondArrivesWhenTheOpeningHasLikelyCome() {
        begin(10);
        for (int i = 0; i < 10; i++) {
            announce(i, opening);
        }

        fixture.time.advanceTo(opening.plusMillis(500));

        assertThat(sentIn(opening, 35)).isZero();
        assertThat(sentIn(opening, 60)).isEqualTo(10);
    }

    private long sentIn(Instant from, int millis) {
        return exchange.sent.stream()
                .filter(at -> !at.isBefore(from.minusMillis(5)) && at.isBefore(from.plusMillis(millis)))
                .count();
    }

    /** The most requests in any second of the order rate that begins with a request at or after the moment. */
    private long most(Instant from) {
        return exchange.sent.stream()
                .filter(begin -> !begin.isBefore(from))
                .mapToLong(begin -> exchange.sent.stream()
                        .filter(at -> !at.isBefore(begin) && at.isBefore(begin.plus(ORDER_SECOND)))
                        .count())
                .max()
                .orElse(0);
    }

    private void begin(int listings) {
        fixture.past(Messages.trading(), Messages.started(OrderStyle.MARKET_THEN_IOC, "0.6"));
        for (int i = 0; i < listings; i++) {
            fixture.past(permit(i), Messages.qualified(listing(i), pair(i), "LIMIT", "MARKET"));
        }
        fixture.open();
    }

    private void announce(int number, Instant at) {
        fixture.receive(Messages.signal(listing(number), pair(number), at, at.plusSeconds(10)));
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

package io.firstfill.mexc.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstfill.mexc.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two processes on one address stay together within the limits of the address, whatever each of them sends. */
class EgressLimitsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final WeightBudget scanner =
            new WeightBudget(EgressLimits.strictest().scanner(), clock);
    private final WeightBudget trader =
            new WeightBudget(EgressLimits.strictest().trader(), clock);

    @Test
    void bothTogetherSendNoMoreThanTheAddressMay() {
        // When
        int requests = 0;
        int weight = 0;
        int inOneSecond = 0;
        for (int tick = 0; tick < 1_000; tick++) {
            int before = requests;
            for (MexcEndpoint endpoint : List.of(
                    MexcEndpoint.PLACE_ORDER,
                    MexcEndpoint.TICKER_PRICE,
                    MexcEndpoint.EXCHANGE_INFO,
                    MexcEndpoint.ORDER_DETAIL,
                    MexcEndpoint.DEFAULT_SYMBOLS)) {
                int granted = grants(scanner, endpoint) + grants(trader, endpoint);
                requests += granted;
                weight += granted * endpoint.weight();
            }
            inOneSecond += requests - before;
            if (tick % 100 == 99) {
                assertThat(inOneSecond).isLessThanOrEqualTo(18);
                inOneSecond = 0;
            }
            clock.move(Duration.ofMillis(10));
        }

        // Then
        assertThat(weight).isLessThanOrEqualTo(220);
    }

    @Test
    void howeverMuchIsPolledTheVolleyOfAnOpeningFits() {
        // Given
        for (int i = 0; i < 50; i++) {
            grants(scanner, MexcEndpoint.DEFAULT_SYMBOLS);
            grants(trader, MexcEndpoint.TIME);
        }

        // When
        int orders = 0;
        for (int i = 0; i < 20; i++) {
            orders += grants(trader, MexcEndpoint.PLACE_ORDER);
        }

        // Then
        assertThat(orders).isEqualTo(12);
    }

    @Test
    void howeverOftenSmallCallsAreMadeExchangeInfoIsGranted() {
        for (int i = 0; i < 200; i++) {
            grants(scanner, MexcEndpoint.DEFAULT_SYMBOLS);
            grants(scanner, MexcEndpoint.TICKER_PRICE);
            clock.move(Duration.ofMillis(450));
        }

        assertThat(grants(scanner, MexcEndpoint.EXCHANGE_INFO)).isEqualTo(1);
    }

    @Test
    void pricesThatADecisionWaitsForFindRoomBesideTheRegularOnesTwiceInFifteenSeconds() {
        // Given
        for (int i = 0; i < 22; i++) {
            grants(scanner, MexcEndpoint.DEFAULT_SYMBOLS);
            clock.move(Duration.ofMillis(450));
        }
        assertThat(grants(scanner, MexcEndpoint.TICKER_PRICE)).isEqualTo(1);
        clock.move(Duration.ofMillis(225));
        assertThat(grants(scanner, MexcEndpoint.TICKER_PRICE)).isZero();

        // When
        int granted = 0;
        for (int i = 0; i < 30; i++) {
            granted += grants(scanner, MexcEndpoint.TICKER_PRICE_AT_ONCE);
            clock.move(Duration.ofMillis(490));
        }

        // Then
        assertThat(granted).isEqualTo(2);
    }

    @Test
    void howeverOftenADecisionWaitsForPricesExchangeInfoIsGranted() {
        int granted = 0;
        for (int i = 0; i < 200; i++) {
            grants(scanner, MexcEndpoint.DEFAULT_SYMBOLS);
            clock.move(Duration.ofMillis(225));
            grants(scanner, MexcEndpoint.TICKER_PRICE_AT_ONCE);
            granted += grants(scanner, MexcEndpoint.EXCHANGE_INFO);
            clock.move(Duration.ofMillis(225));
        }

        assertThat(granted).as("in 90 s").isGreaterThanOrEqualTo(5);
    }

    @Test
    void whateverElseTheTraderSendsAnOrderAndItsSuccessorAreLeft() {
        // When
        int lookUps = 0;
        int prices = 0;
        int polls = 0;
        for (int i = 0; i < 20; i++) {
            lookUps += grants(trader, MexcEndpoint.ORDER_DETAIL);
            prices += i < 10 ? 0 : grants(trader, MexcEndpoint.DEPTH);
            polls += grants(trader, MexcEndpoint.TIME);
        }

        // Then
        assertThat(lookUps).isEqualTo(4);
        assertThat(prices).isEqualTo(6);
        assertThat(polls).isEqualTo(2);
        int orders = 0;
        for (int i = 0; i < 20; i++) {
            orders += grants(trader, MexcEndpoint.PLACE_ORDER);
        }
        assertThat(orders).isEqualTo(2);
    }

    @Test
    void noSecondOfTheExchangeHoldsMoreThanItsTwelveOrdersWhereTheyArriveUpToTwentyMillisecondsApart() {
        // Given
        for (int i = 0; i < 12; i++) {
            assertThat(grants(trader, MexcEndpoint.PLACE_ORDER)).isEqualTo(1);
        }

        // Then
        clock.move(Duration.ofMillis(1_019));
        assertThat(grants(trader, MexcEndpoint.PLACE_ORDER)).isZero();
        clock.move(Duration.ofMillis(1));
        assertThat(grants(trader, MexcEndpoint.PLACE_ORDER)).isEqualTo(1);
    }

    @Test
    void theScannerNeverSendsAnOrderAndTheTraderNeverCallsTheWebsite() {
        assertThat(grants(scanner, MexcEndpoint.PLACE_ORDER)).isZero();
        assertThat(grants(scanner, MexcEndpoint.CALENDAR)).isEqualTo(1);
        assertThat(grants(trader, MexcEndpoint.CALENDAR)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 200, 60, 40, orders are not reserved first: requests must exceed orders",
        "10, 15, 100, 60, 40, 'orders are not reserved first: weight must exceed 100, ten seconds of orders'",
        "10, 15, 200, 61, 40, the shares of the egress address exceed 100 percent"
    })
    void limitsThatExceedTheAddressAreRefused(
            int orders, int requests, int weight, int scannerShare, int traderShare, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressLimits(
                        orders, 5, requests, weight, 2, Duration.ofSeconds(10), scannerShare, traderShare))
                .withMessage(why);
    }

    private static int grants(WeightBudget budget, MexcEndpoint endpoint) {
        return budget.tryTake(endpoint) instanceof Grant.Granted ? 1 : 0;
    }
}

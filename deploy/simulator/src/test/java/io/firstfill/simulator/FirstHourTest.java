package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves the shapes of a first hour: prices by time, the halt with its gap, the book without bids, resting orders. */
class FirstHourTest {

    private static final String ORDER = "/api/v3/order";

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest(name = "{0} after {1} s: {2} times the price")
    @CsvSource({
        "FLAT, 1800, 1",
        "SPIKE_AND_FADE, 72, 4",
        "SPIKE_AND_FADE, 144, 3.5",
        "SPIKE_AND_FADE, 3600, 0.6",
        "SLOW_CLIMB, 1800, 1.75",
        "COLLAPSE, 180, 0.5",
        "COLLAPSE, 3601, 0.05",
        "HALT_AND_GAP, 360, 1.5",
        "HALT_AND_GAP, 1440, 0.7",
        "ONE_SIDED, 2160, 0.5"
    })
    void movesThePriceByTheTimeSinceTheOpening(String shape, long seconds, String factor) {
        open("\"shape\":\"" + shape + "\"");

        clock.advance(Duration.ofSeconds(seconds));

        BigDecimal expected = new BigDecimal(factor).multiply(new BigDecimal("0.5"));
        RunningSimulator.await(() -> {
            JsonNode ticker = ticker();
            return near(ticker.path("bidPrice"), expected) && near(ticker.path("askPrice"), expected);
        });
    }

    @Test
    void takesCustomersRestingSellsOnTheWayUp() {
        open("\"shape\":\"SPIKE_AND_FADE\",\"shapeMillis\":10000");
        simulator.signed(
                "POST", ORDER, "symbol=NEWUSDT&side=SELL&type=LIMIT&quantity=50&price=1&newClientOrderId=double");
        simulator.signed(
                "POST", ORDER, "symbol=NEWUSDT&side=SELL&type=LIMIT&quantity=50&price=3&newClientOrderId=sixfold");

        clock.advance(Duration.ofMillis(200));

        RunningSimulator.await(() -> status("double").equals("FILLED"));
        assertThat(status("sixfold")).isEqualTo("NEW");
        assertThat(simulator.state("/accounts/alpha").at("/balances/NEW/locked").asText())
                .isEqualTo("50");
    }

    @Test
    void haltsAndGoesOnWithAGap() {
        open("\"shape\":\"HALT_AND_GAP\",\"shapeMillis\":10000");
        clock.advance(Duration.ofMillis(1900));
        RunningSimulator.await(() -> near(ticker().path("bidPrice"), new BigDecimal("0.705")));

        clock.advance(Duration.ofMillis(1100));
        RunningSimulator.await(() -> sell().code() == 30000);
        String inTheHalt = ticker().path("bidPrice").asText();
        clock.advance(Duration.ofMillis(1100));
        RunningSimulator.await(() -> sell().code() != 30000);

        assertThat(new BigDecimal(inTheHalt)).isGreaterThan(new BigDecimal("0.6"));
        assertThat(near(ticker().path("bidPrice"), new BigDecimal("0.35"))).isTrue();
        assertThat(new BigDecimal(
                        simulator.state("/listings/NEWUSDT").path("lastPrice").asText()))
                .isLessThan(new BigDecimal("0.36"));
    }

    @Test
    void hasNoBidsForAWhile() {
        open("\"shape\":\"ONE_SIDED\",\"shapeMillis\":10000");

        clock.advance(Duration.ofMillis(3500));

        RunningSimulator.await(() -> sell().code() == 30025);
        assertThat(simulator.get("/api/v3/depth?symbol=NEWUSDT").body().path("bids"))
                .isEmpty();
        assertThat(simulator.get("/api/v3/depth?symbol=NEWUSDT").body().path("asks"))
                .isNotEmpty();
    }

    @Test
    void followsACourseByPoints() {
        open("\"course\":[{\"atMillis\":1000,\"factor\":\"2\"},{\"atMillis\":2000,\"factor\":\"3\",\"sides\":\"ASKS\"},"
                + "{\"atMillis\":3000,\"factor\":\"4\",\"halted\":true}]");

        clock.advance(Duration.ofMillis(1500));
        RunningSimulator.await(() -> near(ticker().path("bidPrice"), new BigDecimal("1.25")));
        clock.advance(Duration.ofSeconds(1));
        RunningSimulator.await(() -> sell().code() == 30025);
        clock.advance(Duration.ofSeconds(1));
        RunningSimulator.await(() -> sell().code() == 30000);
    }

    @Test
    void leavesAHaltOfTheControlPortAlone() {
        open("\"shape\":\"FLAT\"");
        simulator.control("PATCH", "/listings/NEWUSDT", "{\"paused\":true}");

        simulator.control("PATCH", "/listings/MXUSDT", "{\"referencePrice\":\"7\"}");
        clock.advance(Duration.ofSeconds(10));
        RunningSimulator.await(() -> near(
                simulator.get("/api/v3/ticker/bookTicker?symbol=MXUSDT").body().path("bidPrice"), new BigDecimal(7)));

        assertThat(sell().code()).isEqualTo(30000);
    }

    @Test
    void hasTheHouseTradeOneOddPrint() {
        open("\"makerIntervalMillis\":3600000");
        clock.advance(Duration.ofSeconds(1));
        String before = ticker().path("bidPrice").asText();

        JsonNode print = simulator
                .control("POST", "/listings/NEWUSDT/trades", "{\"side\":\"SELL\",\"quantity\":\"30000\"}")
                .body();

        assertThat(new BigDecimal(print.path("executed").asText())).isEqualByComparingTo("30000");
        assertThat(new BigDecimal(ticker().path("bidPrice").asText())).isLessThan(new BigDecimal(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"course\":[]}",
                "{\"course\":[{\"atMillis\":5,\"factor\":\"1\"},{\"atMillis\":5,\"factor\":\"2\"}]}",
                "{\"course\":[{\"atMillis\":-1,\"factor\":\"1\"}]}",
                "{\"course\":[{\"atMillis\":0}]}",
                "{\"shapeMillis\":999}",
                "{\"shape\":\"ROUND\"}"
            })
    void refusesAnImpossibleCourse(String switches) {
        assertThat(simulator.control("PATCH", "/behaviour/MXUSDT", switches).status())
                .isEqualTo(400);
    }

    private void open(String behaviour) {
        simulator.list("NEW", clock.instant().plusSeconds(1), ",\"behaviour\":{" + behaviour + "}");
        simulator.control("POST", "/accounts/alpha/deposits", "{\"asset\":\"NEW\",\"amount\":\"1000\"}");
        clock.advance(Duration.ofSeconds(1));
        RunningSimulator.await(() -> ticker().path("bidPrice").asText().startsWith("0.")
                || ticker().path("bidPrice").asText().startsWith("1."));
    }

    private RunningSimulator.Answer sell() {
        return simulator.signed("POST", ORDER, "symbol=NEWUSDT&side=SELL&type=MARKET&quantity=10");
    }

    private String status(String clientOrderId) {
        return simulator.query("NEWUSDT", clientOrderId).body().path("status").asText();
    }

    private JsonNode ticker() {
        return simulator.get("/api/v3/ticker/bookTicker?symbol=NEWUSDT").body();
    }

    /** Whether a quote lies within 1 % of a price. */
    private static boolean near(JsonNode quote, BigDecimal price) {
        return !quote.asText().isBlank()
                && new BigDecimal(quote.asText())
                                .subtract(price)
                                .abs()
                                .compareTo(price.multiply(new BigDecimal("0.01")))
                        < 0;
    }
}

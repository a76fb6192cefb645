package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves what the market of a pair does after an order was refused for its price: it goes on, it stands still, or it
 * falls by the stated fraction and then stands still.
 */
class PriceRefusalTest {
    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator =
            new RunningSimulator(SimulatorOptions.ephemeral().withClock(clock).withBehaviour("""
                    {"ordersPerSecond":0,"ipWeightPer10Seconds":0,"makerVolatility":"0.01",
                     "fillLagMaxMillis":0,"visibilityDelayMaxMillis":0}"""));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theMarketGoesOnUnlessSaidOtherwise() {
        list("");

        String stated = refused("0.6");
        requotes();

        assertThat(refused("0.6")).isNotEqualTo(stated);
    }

    @Test
    void theMarketStandsStillFromTheFirstRefusalOn() {
        list(",\"priceRefusalMove\":\"0\"");

        String stated = refused("0.6");
        requotes();

        assertThat(refused("0.6")).isEqualTo(stated);
        String highest = stated.replaceAll("[^0-9.]", "");
        assertThat(buy(highest).status()).isEqualTo(200);
        assertThat(simulator.state("/orders").path(0).path("status").asText()).isEqualTo("FILLED");
    }

    @Test
    void theMarketFallsBelowTheStatedPriceAndStandsStillThere() {
        list(",\"priceRefusalMove\":\"-0.01\"");

        String highest = refused("0.6").replaceAll("[^0-9.]", "");
        requotes();

        String stated = refused(highest);
        assertThat(refused("0.6")).isEqualTo(stated);
    }

    @Test
    void aPairTradesInTheInstantOfItsOpeningIfSaidSo() {
        list("");

        assertThat(simulator.state("/listings/NEWUSDT").path("lastPrice").isNull())
                .isFalse();
    }

    private void list(String more) {
        simulator.list(
                "NEW",
                clock.instant().plusSeconds(10),
                ",\"openDelayMillis\":0,\"behaviour\":{\"openingTrade\":true,\"priceBand\":\"0.02\"" + more + "}");
        clock.advance(Duration.ofSeconds(10));
    }

    /** Lets the market makers requote ten times; MX trades at each of its requotes, so that its trades count them. */
    private void requotes() {
        for (int i = 0; i < 10; i++) {
            String before = lastTradeOfMx();
            clock.advance(Duration.ofSeconds(1));
            RunningSimulator.await(() -> !lastTradeOfMx().equals(before));
        }
    }

    private String lastTradeOfMx() {
        return simulator
                .get("/api/v3/trades?symbol=MXUSDT&limit=1")
                .body()
                .path(0)
                .path("time")
                .asText();
    }

    private String refused(String price) {
        RunningSimulator.Answer answer = buy(price);
        assertThat(answer.code()).isEqualTo(30010);
        return answer.body().path("msg").asText();
    }

    private RunningSimulator.Answer buy(String price) {
        return simulator.signed(
                "POST",
                "/api/v3/order",
                "symbol=NEWUSDT&side=BUY&type=IMMEDIATE_OR_CANCEL&quantity=100&price=" + price);
    }
}

package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves the rate limits: twelve orders and cancels a second per account, weight 300 in ten seconds per address, first
 * 429, then 418.
 */
class RateLimitTest {

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(SimulatorOptions.ephemeral()
            .withClock(clock)
            .withBehaviour("{\"makerTrades\":false,\"violationsBeforeBan\":3,\"makerVolatility\":\"0\"}"));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void refusesTheThirteenthOrderOfASecondAndAdmitsAgainAfterRetryAfter() {
        for (int i = 0; i < 12; i++) {
            assertThat(simulator.buyMarket("MXUSDT", "2", "order-" + i).status())
                    .isEqualTo(200);
        }

        RunningSimulator.Answer refused = simulator.buyMarket("MXUSDT", "2", "order-12");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
        clock.advance(Duration.ofMillis(1001));
        assertThat(simulator.buyMarket("MXUSDT", "2", "order-13").status()).isEqualTo(200);
        assertThat(simulator.state("/orders")).hasSize(13);
    }

    @Test
    void weighsPublicRequestsPerAddress() {
        for (int i = 0; i < 12; i++) {
            assertThat(simulator.get("/api/v3/exchangeInfo").status()).isEqualTo(200);
        }

        RunningSimulator.Answer refused = simulator.get("/api/v3/ping");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("10");
        assertThat(simulator.buyMarket("MXUSDT", "2", "order").status()).isEqualTo(200);
    }

    @Test
    void countsAllRequestsOfAnAddressInASecondWhereThatIsLimited() {
        simulator.control("PATCH", "/behaviour", "{\"requestsPerSecond\":20}");
        for (int i = 0; i < 12; i++) {
            assertThat(simulator.buyMarket("MXUSDT", "2", "order-" + i).status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 8; i++) {
            assertThat(simulator.get("/api/v3/ping").status()).isEqualTo(200);
        }

        assertThat(simulator.get("/api/v3/ping").status()).isEqualTo(429);
        clock.advance(Duration.ofMillis(1001));
        assertThat(simulator.get("/api/v3/ping").status()).isEqualTo(200);
    }

    @Test
    void bansAnAddressThatKeepsViolating() {
        simulator.control("PATCH", "/behaviour", "{\"ipWeightPer10Seconds\":1}");
        simulator.get("/api/v3/ping");
        for (int i = 0; i < 3; i++) {
            assertThat(simulator.get("/api/v3/ping").status()).isEqualTo(429);
        }

        RunningSimulator.Answer banned = simulator.get("/api/v3/ping");

        assertThat(banned.status()).isEqualTo(418);
        assertThat(banned.response().headers().firstValue("Retry-After")).contains("120");
        clock.advance(Duration.ofSeconds(119));
        assertThat(simulator.get("/api/v3/ping").status()).isEqualTo(418);
        clock.advance(Duration.ofSeconds(2));
        assertThat(simulator.get("/api/v3/ping").status()).isEqualTo(200);
    }
}

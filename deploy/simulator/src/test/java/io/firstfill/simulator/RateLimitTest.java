package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twelve orders and cancels a second per account, 300 weight in ten seconds per address, 429 and then 418. */
class RateLimitTest {

    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());
    private final Lab lab = new Lab(SimulatorOptions.ephemeral()
            .withClock(() -> Instant.ofEpochMilli(millis.get()))
            .withBehaviour("{\"makerTrades\":false,\"violationsBeforeBan\":3,\"makerVolatility\":\"0\"}"));

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void refusesTheThirteenthOrderOfASecondAndAdmitsAgainAfterRetryAfter() {
        for (int i = 0; i < 12; i++) {
            assertThat(lab.buyMarket("MXUSDT", "2", "order-" + i).status()).isEqualTo(200);
        }

        Lab.Answer refused = lab.buyMarket("MXUSDT", "2", "order-12");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
        millis.addAndGet(1001);
        assertThat(lab.buyMarket("MXUSDT", "2", "order-13").status()).isEqualTo(200);
        assertThat(lab.truth("/orders")).hasSize(13);
    }

    @Test
    void weighsPublicRequestsPerAddress() {
        for (int i = 0; i < 12; i++) {
            assertThat(lab.get("/api/v3/exchangeInfo").status()).isEqualTo(200);
        }

        Lab.Answer refused = lab.get("/api/v3/ping");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("10");
        assertThat(lab.buyMarket("MXUSDT", "2", "order").status()).isEqualTo(200);
    }

    @Test
    void bansAnAddressThatKeepsViolating() {
        lab.control("PATCH", "/behaviour", "{\"ipWeightPer10Seconds\":1}");
        lab.get("/api/v3/ping");
        for (int i = 0; i < 3; i++) {
            assertThat(lab.get("/api/v3/ping").status()).isEqualTo(429);
        }

        Lab.Answer banned = lab.get("/api/v3/ping");

        assertThat(banned.status()).isEqualTo(418);
        assertThat(banned.response().headers().firstValue("Retry-After")).contains("120");
        millis.addAndGet(119_000);
        assertThat(lab.get("/api/v3/ping").status()).isEqualTo(418);
        millis.addAndGet(2_000);
        assertThat(lab.get("/api/v3/ping").status()).isEqualTo(200);
    }
}

package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a base asset may be in any script, or of digits alone: listed, shown, traded and found again. */
class TickerScriptTest {

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"币安人生", "4", "0G", "1INCH", "МИР", "ΩMEGA", "한국", "𠮷"})
    void aPairIsListedTradedAndFoundUnderItsName(String base) {
        String symbol = encoded(base + "USDT");
        simulator.list(base, clock.instant().plusSeconds(10), "");
        clock.advance(Duration.ofSeconds(11));

        RunningSimulator.Answer bought = simulator.buyMarket(symbol, "50", "buy-1");

        assertThat(bought.status()).as(bought.body().toString()).isEqualTo(200);
        assertThat(simulator.query(symbol, "buy-1").body().path("status").asText())
                .isEqualTo("FILLED");
        assertThat(simulator
                        .get("/api/v3/exchangeInfo?symbol=" + symbol)
                        .body()
                        .at("/symbols/0/baseAsset")
                        .asText())
                .isEqualTo(base);
        assertThat(simulator.get("/api/v3/depth?symbol=" + symbol).body().path("asks"))
                .isNotEmpty();
        assertThat(simulator.get("/api/v3/ticker/price?symbol=" + symbol).status())
                .isEqualTo(200);
        assertThat(simulator.state("/listings/" + symbol).path("state").asText())
                .isEqualTo("OPEN");
        assertThat(simulator.state("/arrivals?symbol=" + symbol)).hasSize(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

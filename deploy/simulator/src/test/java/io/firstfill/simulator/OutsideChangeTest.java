package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that balances change from outside a trade, and that queries show them with their lag. Alpha has 100 MX. */
class OutsideChangeTest {

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void takesCoinsOutOfTheAccountButNoLockedOnes() {
        sell("type=LIMIT&quantity=80&price=4");

        RunningSimulator.Answer tooMuch = withdraw("20.01");
        RunningSimulator.Answer free = withdraw("20");

        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(free.status()).isEqualTo(200);
        assertThat(mx("free")).isEqualByComparingTo("0");
        assertThat(mx("locked")).isEqualByComparingTo("80");
        assertThat(withdraw("-1").status()).isEqualTo(400);
    }

    @Test
    void showsBalancesOnlyAfterTheirLag() {
        clock.advance(Duration.ofSeconds(2));
        simulator.control("PATCH", "/behaviour", "{\"balanceLagMillis\":500}");

        sell("type=MARKET&quantity=40");
        BigDecimal atOnce = mx("free");
        clock.advance(Duration.ofMillis(499));
        BigDecimal before = mx("free");
        clock.advance(Duration.ofMillis(1));

        assertThat(atOnce).isEqualByComparingTo("100");
        assertThat(before).isEqualByComparingTo("100");
        assertThat(mx("free")).isEqualByComparingTo("60");
    }

    private RunningSimulator.Answer withdraw(String amount) {
        return simulator.control(
                "POST", "/accounts/alpha/withdrawals", "{\"asset\":\"MX\",\"amount\":\"" + amount + "\"}");
    }

    private void sell(String terms) {
        simulator.signed("POST", "/api/v3/order", "symbol=MXUSDT&side=SELL&" + terms);
    }

    private BigDecimal mx(String part) {
        for (JsonNode balance :
                simulator.signed("GET", "/api/v3/account", "").body().path("balances")) {
            if (balance.path("asset").asText().equals("MX")) {
                return new BigDecimal(balance.path(part).asText());
            }
        }
        throw new AssertionError("no MX");
    }
}

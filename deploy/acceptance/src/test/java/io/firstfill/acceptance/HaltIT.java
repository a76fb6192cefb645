package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves that a halt is obeyed by the trader itself, whether risk is alive or not: in the middle of a volley, and for a
 * buy that is armed. Measures the time from the halt to the last request at the exchange; asserts the order alone.
 */
class HaltIT extends Scenario {
    private static final System.Logger LOG = System.getLogger(HaltIT.class.getName());
    private static final Duration LEAD = Duration.ofSeconds(15);
    private static final int LONG_SAMPLES = 5;

    private final GatewayClient founder;

    HaltIT(Stack stack) {
        super(stack);
        founder = GatewayClient.of(stack, "founder");
    }

    @AfterEach
    void loosen() {
        if (!stack.isReady("risk-service")) {
            stack.restart("risk-service");
        }
        await("the halt to be taken back")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> set("ACTIVE").status() == 200);
    }

    @Test
    void noRequestFollowsAConfirmedHalt() {
        report("risk alive", measured(1, false));
    }

    @Test
    void noRequestFollowsAHaltWhileRiskIsDead() {
        report("risk dead", measured(1, true));
    }

    @Test
    @Tag("long")
    void haltsAreMeasuredManyTimes() {
        report("risk alive", measured(LONG_SAMPLES, false));
        report("risk dead", measured(LONG_SAMPLES, true));
    }

    private List<Long> measured(int samples, boolean riskDead) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            micros.add(haltedInTheMiddleOfAVolley(riskDead));
            stopRuns();
            loosen();
            awaitGate();
        }
        return micros;
    }

    /**
     * Halts while the trader sends one request after another for a pair that does not open, and holds an armed buy.
     *
     * @return microseconds from the sending of the halt to the last request; negative when the last one was before it
     */
    private long haltedInTheMiddleOfAVolley(boolean riskDead) {
        String probed = newToken();
        String armed = newToken();
        startedRun(savedConfiguration(new JsonObject().put("probeWindow", "PT20S")));
        Instant opening = in(LEAD);
        exchange.list(probed, opening, PRICE, new JsonObject().put("openDelayMillis", 30_000));
        exchange.list(armed, opening.plusSeconds(12), PRICE, new JsonObject());
        awaitArmed(armed);
        if (riskDead) {
            stack.kill("risk-service");
        }
        await("the volley")
                .atMost(LEAD.plusSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> exchange.arrivals(probed + "USDT").size() >= 3);

        Instant halted = Clock.systemUTC().instant();
        JsonResponse answer = set("HALTED");
        Instant answered = Clock.systemUTC().instant();

        assertThat(answer.status()).isEqualTo(riskDead ? 202 : 200);
        awaitOpen(armed);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
            assertThat(lastRequest(probed)).as("last request for a halted pair").isBefore(answered);
            ledger.assertNeverBought(armed);
        });
        ledger.assertNeverBought(probed);
        return halted.until(lastRequest(probed), ChronoUnit.MICROS);
    }

    private Instant lastRequest(String base) {
        return Instant.parse(exchange.arrivals(base + "USDT").getLast().getString("receivedAt"));
    }

    private JsonResponse set(String state) {
        return founder.control(
                "PUT",
                "/environments/paper/trading-state",
                new JsonObject().put("state", state).put("reason", "scenario"));
    }

    /** The load belongs to the figures: on a busy machine they are the machine's. */
    private static void report(String when, List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        LOG.log(
                Level.INFO,
                "halt -> last request, {0}: median {1}, max {2} of {3} microseconds, load average {4}",
                when,
                sorted.get(sorted.size() / 2),
                sorted.getLast(),
                micros,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}

package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that {@code deploy/halt} halts an environment while control is dead, and while risk is dead as well: no armed
 * buy is sent, the ledger names the operating system's user, and the command claims no more than is certain.
 */
class HaltCommandIT extends Scenario {
    private static final Path COMMAND = Path.of("..", "..", "deploy", "halt");
    private static final String USER = "deploy:" + System.getProperty("user.name");
    /** Room for the arming, the kills and the start of the command's JVM on a busy machine. */
    private static final Duration LEAD = Duration.ofSeconds(25);

    private final GatewayClient founder;

    /** The end of a call of the command. */
    private record Ended(int exitCode, String output) {}

    HaltCommandIT(Stack stack) {
        super(stack);
        founder = GatewayClient.of(stack, "founder");
    }

    @AfterEach
    void restartAndLoosen() {
        for (String service : List.of("control-service", "risk-service")) {
            if (!stack.isReady(service)) {
                stack.restart(service);
            }
        }
        JsonObject active = new JsonObject().put("state", "ACTIVE").put("reason", "scenario");
        await("the halt to be taken back")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> founder.control("PUT", "/environments/paper/trading-state", active)
                                .status()
                        == 200);
    }

    @Test
    void withoutControlRiskConfirmsAndTheArmedBuyIsNotSent() {
        String base = armed();
        stack.kill("control-service");

        Ended ended = halt("paper", "control", "is away");

        assertThat(ended.output()).contains("commanded for paper by " + USER, "Risk has confirmed: paper is HALTED");
        assertThat(ended.exitCode()).isZero();
        assertHalted(base, "control is away");
    }

    @Test
    void withoutRiskTheTraderObeysAndTheCommandSaysThatNobodyHasConfirmed() {
        String base = armed();
        stack.kill("control-service");
        stack.kill("risk-service");

        Ended ended = halt("paper", "both are away");

        assertThat(ended.output()).contains("Risk is silent", "not confirmed", "The trader obeys the command");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertHalted(base, "both are away");
    }

    @Test
    void anEnvironmentThatDoesNotExistIsRefusedByName() {
        Ended ended = halt("papre", "typing error");

        assertThat(ended.output()).contains("no environment papre", "paper", "Nothing was written");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(halts("typing error")).isEmpty();
    }

    @Test
    void helpNamesTheExitCodes() {
        Ended ended = halt("--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("Exit codes: 0 risk has confirmed");
    }

    /** The base asset of a listing whose buy is armed and opens after the halt. */
    private String armed() {
        String base = newToken();
        startedRun();
        exchange.scheduleListing(base, in(LEAD), PRICE);
        awaitArmed(base);
        return base;
    }

    private void assertHalted(String base, String reason) {
        awaitOpen(base);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(6))
                .untilAsserted(
                        () -> assertThat(exchange.arrivals(base + "USDT")).isEmpty());
        ledger.assertNeverBought(base);
        await("the ledger to show the command")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(halts(reason))
                        .singleElement()
                        .satisfies(
                                row -> assertThat(row.getJsonObject("message").getString("issuedBy"))
                                        .isEqualTo(USER)));
        ledger.assertJournalIntact();
    }

    private List<JsonObject> halts(String reason) {
        return ledger.journal().stream()
                .filter(row -> "SetTradingState".equals(row.getString("type")))
                .filter(row -> reason.equals(row.getJsonObject("message").getString("reason")))
                .toList();
    }

    private Ended halt(String... arguments) {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrapServers());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

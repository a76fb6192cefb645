package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves US1: an operator knows for certain whether a start or a stop happened. */
class StartAndStopIT extends Scenario {
    StartAndStopIT(Stack stack) {
        super(stack);
    }

    @Test
    void afterStopNothingIsBought() {
        String scheduled = newToken();
        String surprise = newToken();
        String run = startedRun();
        exchange.scheduleListing(scheduled, in(Duration.ofSeconds(12)), PRICE);
        await("the scheduled listing to be known")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !operator.ledger("/listings?environment=paper&pair=" + scheduled + "/USDT")
                        .items()
                        .isEmpty());

        JsonResponse stopped = stop(run);

        assertThat(stopped.expect(200).json().getString("state")).isEqualTo("STOPPED");
        exchange.surpriseListing(surprise, in(Duration.ofSeconds(1)), PRICE);
        awaitOpen(scheduled);
        awaitOpen(surprise);
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            ledger.assertNeverBought(scheduled);
            ledger.assertNeverBought(surprise);
        });
    }

    @Test
    void aSecondStartWhileOneIsActiveIsAConflictThatNamesTheActiveRun() {
        String configuration = savedConfiguration();
        String active = startedRun(configuration);

        JsonResponse second = start(configuration);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Content-Type")).contains("application/problem+json");
        assertThat(second.body()).contains(active);
    }

    @Test
    void aStartWithTheLedgerDownIsUnavailableAndNeverHappensLater() {
        String configuration = savedConfiguration();
        String base = newToken();
        stack.kill("ledger-service");

        JsonResponse answer = start(configuration);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        stack.restart("ledger-service");
        exchange.surpriseListing(base, in(Duration.ofSeconds(1)), PRICE);
        awaitOpen(base);
        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(12)).untilAsserted(() -> {
            assertThat(runs()).noneMatch(run -> "ACTIVE".equals(run.getString("state")));
            assertThat(operator.ledger("/runs?environment=paper&status=ACTIVE")
                            .expect(200)
                            .items())
                    .isEmpty();
        });
        ledger.assertNeverBought(base);
    }

    @Test
    void stopWorksWithTheLedgerDown() {
        String run = startedRun();
        String base = newToken();
        stack.kill("ledger-service");

        JsonResponse stopped = stop(run);

        assertThat(stopped.expect(200).json().getString("state")).isEqualTo("STOPPED");
        exchange.surpriseListing(base, in(Duration.ofSeconds(1)), PRICE);
        awaitOpen(base);
        stack.restart("ledger-service");
        await("the ledger to record the stop")
                .atMost(Duration.ofSeconds(20))
                .until(() -> "STOPPED"
                        .equals(operator.ledger("/runs/" + run)
                                .expect(200)
                                .json()
                                .getString("state")));
        ledger.assertNeverBought(base);
    }

    @Test
    void aViewerMayReadAndMayNotCommand() {
        GatewayClient viewer = GatewayClient.of(stack, "viewer");
        JsonObject start = new JsonObject().put("environment", "paper").put("configurationId", savedConfiguration());

        JsonResponse refused = viewer.control("POST", "/runs", start);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(viewer.control("GET", "/runs?environment=paper", null).status())
                .isEqualTo(200);
        assertThat(viewer.ledger("/runs?environment=paper").status()).isEqualTo(200);
    }

    @Test
    void nothingIsAnsweredWithoutAValidToken() {
        GatewayClient anonymous = GatewayClient.withToken(stack, "");
        GatewayClient forger = GatewayClient.withToken(stack, "not.a.token");

        assertThat(anonymous.control("GET", "/runs?environment=paper", null).status())
                .isEqualTo(401);
        assertThat(anonymous.ledger("/runs?environment=paper").status()).isEqualTo(401);
        assertThat(forger.control("GET", "/runs?environment=paper", null).status())
                .isEqualTo(401);
        assertThat(forger.ledger("/runs?environment=paper").status()).isEqualTo(401);
    }
}

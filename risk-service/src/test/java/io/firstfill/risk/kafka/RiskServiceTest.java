package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.InputMessages;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.document.MetricsPage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves on a real broker that the deployed service grants permits, reports metrics and goes on past a record that
 * cannot be read.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = KafkaResource.TOPICS,
                        value = "commands.v1:3, runs.v1:3, orders.v1:3, credentials.v1:3:cleanup.policy=compact,"
                                + " trading-state.v1:3:cleanup.policy=compact, permits.v1:3, alerts.v1:3,"
                                + " caps.v1:3, listings.v1:3"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RiskServiceTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    @Order(1)
    void aRunIsGrantedPermitsAndTheMetricsShowThem() {
        await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
        try (TopicClient topics = new TopicClient(broker, List.of(Topics.PERMITS, Topics.TRADING_STATE))) {
            awaitMessages(topics, TradingStateChanged.class, 1);

            topics.publish(InputMessages.started(RUN, "10", caps(9, "1000", 2)));

            assertThat(awaitMessages(topics, PermitGranted.class, 2)).hasSize(2);
        }
        assertThat(given().get("/q/metrics").asString())
                .contains("firstfill_risk_permits_outstanding{environment=\"paper\"} 2.0")
                .contains("firstfill_risk_permits_granted_total{environment=\"paper\"} 2.0")
                .contains("firstfill_risk_cap_used{cap=\"SPEND\",environment=\"paper\"} 20.0")
                .contains("firstfill_risk_cap_limit{cap=\"SPEND\",environment=\"paper\"} 1000.0")
                .contains("firstfill_risk_permits_held{environment=\"paper\"} 2.0")
                .satisfies(exposed -> assertThat(MetricsPage.read().differences("risk-service", exposed))
                        .isEmpty());
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"commands.v1", "runs.v1", "orders.v1", "credentials.v1", "trading-state.v1"})
    void aRecordThatCannotBeReadQuarantinesItsEnvironmentUntilItIsAcknowledged(String topic) {
        try (TopicClient topics = new TopicClient(broker, List.of(Topics.ALERTS))) {
            topics.send(topic, TopicClient.POISON);

            AlertRaised alert =
                    topics.await(AlertRaised.class, raised -> raised.subject().startsWith("risk " + topic));
            assertThat(alert.kind()).isEqualTo(AlertKind.RECORD_QUARANTINED);
            assertThat(given().get("/q/health/ready").asString())
                    .contains("\"quarantined.paper\"")
                    .contains(alert.subject().substring("risk ".length()));
            assertThat(readiness()).as("the other environments are served").isEqualTo(200);

            topics.publish(
                    InputMessages.acknowledge(RecordPlace.of(alert.subject().substring("risk ".length()))));
            topics.await(AlertCleared.class, cleared -> cleared.subject().equals(alert.subject()));
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !given().get("/q/health/ready").asString().contains("quarantined"));
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }

    private static <T extends Message> List<T> awaitMessages(TopicClient topics, Class<T> type, int atLeast) {
        List<T> messages = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            topics.poll().stream().filter(type::isInstance).map(type::cast).forEach(messages::add);
            return messages.size() >= atLeast;
        });
        return messages;
    }
}

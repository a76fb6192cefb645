package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.risk.InputMessages;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Proves on a real broker that the deployed service grants permits, reports metrics and stops on an unreadable record.
 */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = KafkaResource.TOPICS,
                        value = "commands.v1:3, runs.v1:3, orders.v1:3, credentials.v1:3:cleanup.policy=compact,"
                                + " trading-state.v1:3:cleanup.policy=compact, permits.v1:3, alerts.v1:3"))
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
                .contains("firstfill_risk_cap_limit{cap=\"SPEND\",environment=\"paper\"} 1000.0");
    }

    @Test
    @Order(2)
    void aRecordThatCannotBeReadStopsTheServiceWithAnAlert() {
        try (TopicClient topics = new TopicClient(broker, List.of(Topics.ALERTS))) {
            topics.send(Topics.ORDERS, "{not json".getBytes(StandardCharsets.UTF_8));

            assertThat(awaitMessages(topics, AlertRaised.class, 1))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.kind()).isEqualTo(AlertKind.CHANNEL_STOPPED));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
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

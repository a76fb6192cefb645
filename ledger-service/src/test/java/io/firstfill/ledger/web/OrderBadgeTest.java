package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.order.Timeline;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** US3: the badge of an order is green under 500 ms, yellow under 1 s and red beyond. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class OrderBadgeTest {
    private static final Instant T0 = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();
    private int orders;

    @Test
    void aSurpriseCountsFromItsDetectionToTheSubmission() {
        assertThat(surprise(Duration.ofNanos(499_999_000))).isEqualTo("GREEN");
        assertThat(surprise(Duration.ofMillis(500))).isEqualTo("YELLOW");
        assertThat(surprise(Duration.ofNanos(999_999_000))).isEqualTo("YELLOW");
        assertThat(surprise(Duration.ofSeconds(1))).isEqualTo("RED");
    }

    @Test
    void aScheduledBuyCountsFromItsOpeningToTheWrittenRequest() {
        assertThat(scheduled(Duration.ofMillis(-3))).isEqualTo("GREEN");
        assertThat(scheduled(Duration.ofNanos(499_999_000))).isEqualTo("GREEN");
        assertThat(scheduled(Duration.ofMillis(500))).isEqualTo("YELLOW");
        assertThat(scheduled(Duration.ofSeconds(1))).isEqualTo("RED");
    }

    @Test
    void anOrderWithoutBothTimesHasNoBadge() {
        assertThat(badge(new Timeline(null, null, T0, T0, T0, null, null, null, null, null, null, null)))
                .isNull();
    }

    @Test
    void ordersAreListedByKindAndReason() {
        surprise(Duration.ofMillis(1));
        scheduled(Duration.ofMillis(1));

        given().get("/api/ledger/v1/orders?kind=surprise&environment=" + fixture.environment)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].latencyMicros", equalTo(1000));
        given().get("/api/ledger/v1/orders?kind=scheduled,surprise&environment=" + fixture.environment)
                .then()
                .body("items.size()", equalTo(2));
        given().get("/api/ledger/v1/orders?reason=CLOCK&environment=" + fixture.environment)
                .then()
                .body("items.size()", equalTo(0));
    }

    private @Nullable String surprise(Duration latency) {
        Instant submitted = T0.plus(latency);
        return badge(new Timeline(null, T0, T0, T0, T0, T0, submitted, T0, T0.plusSeconds(60), null, null, null));
    }

    private @Nullable String scheduled(Duration latency) {
        Instant detected = T0.minusSeconds(600);
        return badge(new Timeline(
                T0, T0, detected, detected, detected, T0, T0.plusSeconds(60), T0, T0.plus(latency), null, null, null));
    }

    private @Nullable String badge(Timeline timeline) {
        orders++;
        fixture.record(fixture.accepted(orders, T0.plusSeconds(orders), timeline));
        JsonPath order =
                given().get("/api/ledger/v1/orders/" + fixture.order(orders)).jsonPath();
        return order.getString("badge");
    }
}

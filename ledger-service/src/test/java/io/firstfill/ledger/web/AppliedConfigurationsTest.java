package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.reason.ApplyRejection;
import io.firstfill.contract.value.Actor;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger decides which version a running run goes on with, and shows each by whom, when and why. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class AppliedConfigurationsTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @BeforeEach
    void aRunOfTheFirstOfTwoVersions() {
        RecordsOnTopics.publish(fixture.save(0, "first"));
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 1);
        RecordsOnTopics.publish(fixture.startBeforeDeadline(fixture.run), fixture.save(1, "second"));
        RecordsOnTopics.await(fixture.environment, RunStarted.class, 1);
        RecordsOnTopics.await(fixture.environment, ConfigurationSaved.class, 2);
    }

    @Test
    void anAppliedVersionIsOneAnswerHoweverOftenItIsDeliveredAndShownWithOldAndNewValues() {
        ApplyConfiguration apply = apply(2);
        RecordsOnTopics.publish(apply, apply);
        ConfigurationApplied first = RecordsOnTopics.await(fixture.environment, ConfigurationApplied.class, 1)
                .getFirst();
        RecordsOnTopics.publish(apply);

        assertThat(RecordsOnTopics.await(fixture.environment, ConfigurationApplied.class, 2))
                .containsOnly(first);
        assertThat(first.previous()).isEqualTo(new ConfigurationRef(fixture.configuration, 1));
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'ConfigurationApplied'"))
                .isEqualTo(1);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> versions() == 2);
        given().get("/api/ledger/v1/runs/" + fixture.run + "/configurations")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.appliedBy", contains("olga", "rita"))
                .body("items[0].reason", nullValue())
                .body("items[0].previousVersion", nullValue())
                .body("items[0].changes", empty())
                .body("items[1].reason", equalTo("thin book"))
                .body("items[1].previousVersion", equalTo(1))
                .body("items[1].changes", hasSize(1))
                .body("items[1].changes[0].path", equalTo("name"))
                .body("items[1].changes[0].from", equalTo("first"))
                .body("items[1].changes[0].to", equalTo("second"));
        given().get("/api/ledger/v1/runs/" + fixture.run).then().body("configuration.version", equalTo(2));
    }

    @Test
    void whatCannotBeAppliedIsRefusedAndAStoppedRunKeepsItsVersion() {
        RecordsOnTopics.publish(apply(3));
        assertThat(RecordsOnTopics.await(fixture.environment, ApplyRejected.class, 1)
                        .getFirst()
                        .reason())
                .isEqualTo(ApplyRejection.UNKNOWN_CONFIGURATION);

        fixture.record(fixture.stopped(fixture.run));
        RecordsOnTopics.publish(apply(2));
        assertThat(RecordsOnTopics.await(fixture.environment, ApplyRejected.class, 2)
                        .getLast()
                        .reason())
                .isEqualTo(ApplyRejection.RUN_NOT_ACTIVE);
        assertThat(versions()).isEqualTo(1);
        assertThat(RecordsOnTopics.read(fixture.environment, ConfigurationApplied.class))
                .isEmpty();
    }

    @Test
    void aRunThatIsNotRecordedHasNoVersions() {
        for (String id : new String[] {"00000000-0000-4000-8000-000000000000", "no-id"}) {
            given().get("/api/ledger/v1/runs/" + id + "/configurations").then().statusCode(404);
        }
    }

    private long versions() {
        return LedgerDatabase.count("run_configuration", fixture.environment, "true");
    }

    private ApplyConfiguration apply(int version) {
        return new ApplyConfiguration(
                LedgerFixture.meta(LedgerFixture.T0),
                fixture.environment,
                Actor.of("rita"),
                fixture.run,
                new ConfigurationRef(fixture.configuration, version),
                "thin book");
    }
}

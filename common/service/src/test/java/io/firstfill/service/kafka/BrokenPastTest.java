package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A record of the past that cannot be processed is reported at every start, and prevents none. */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = KafkaResource.TOPICS,
                        value = "commands.v1:3, trading-state.v1:3:cleanup.policy=compact, listings.v1:3, alerts.v1:3,"
                                + " dead-letters.v1:3"))
@WithTestResource(BrokenPast.class)
class BrokenPastTest {
    @Inject
    RecordingHandler handler;

    @Inject
    Outbox outbox;

    @Test
    void aServiceOpensPastRecordsThatCannotBeProcessedAndReportsThoseWhoseLossCouldCostMoney() {
        outbox.publish(InboxTest.halt("live")).await().atMost(Duration.ofSeconds(5));

        await().atMost(Duration.ofSeconds(20)).until(() -> handler.calls().contains("opened"));
        assertThat(handler.calls())
                .contains("replayed readable")
                .filteredOn(call -> call.startsWith("unprocessable"))
                .containsExactlyInAnyOrder(
                        "unprocessable commands.v1 of paper",
                        "unprocessable commands.v1 of paper",
                        "unprocessable commands.v1 of live");
    }
}

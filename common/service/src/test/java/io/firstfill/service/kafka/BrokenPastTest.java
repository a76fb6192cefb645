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

/** A command that could not be read stopped the channel; a restart must not skip the command. */
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
    InboxState state;

    @Inject
    Outbox outbox;

    @Test
    void aServiceWhosePastCannotBeReadNeverOpensAndActsOnNothing() {
        outbox.publish(InboxTest.halt("live")).await().atMost(Duration.ofSeconds(5));

        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(state.isOpen()).isFalse();
            assertThat(handler.calls()).noneMatch(call -> call.startsWith("received") || call.equals("opened"));
        });
    }
}

package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Proves that the alert of a stopped topology is raised and cleared although the broker is away at that moment. */
class StopAlertTest {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final StopAlert alert = new StopAlert(this::publish, Set.of(PAPER), () -> NOON);

    @Test
    void theEndThatCouldNotBePublishedIsPublishedLater() {
        failures.set(1);

        alert.clear();

        await().atMost(Duration.ofSeconds(20)).until(() -> !sent.isEmpty());
        assertThat(sent).singleElement().isInstanceOf(AlertCleared.class);
    }

    @Test
    void anEndThatWaitsIsGivenUpWhenTheTopologyStops() {
        failures.set(Integer.MAX_VALUE);
        alert.clear();
        failures.set(0);

        alert.raise();
        alert.clear();
        alert.raise();

        assertThat(sent).hasSize(3).last().isInstanceOf(AlertRaised.class);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20)).until(() -> sent.size() == 3);
    }

    private Uni<Void> publish(Message message) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Uni.createFrom().failure(new IllegalStateException("no broker"));
        }
        sent.add(message);
        return Uni.createFrom().voidItem();
    }
}

package io.firstfill.service.kafka.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Proves that an environment whose partition takes nothing withholds the signs of no other one. */
class SignPublisherTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final EnvironmentId ONE = EnvironmentId.of("one");
    private static final EnvironmentId TWO = EnvironmentId.of("two");

    private final List<EnvironmentId> given = new ArrayList<>();
    private final Map<EnvironmentId, CompletableFuture<Void>> withheld = new HashMap<>();
    private final SignPublisher signs = new SignPublisher(
            new Heartbeats(
                    new Heartbeats.Source("trader", "trader-1", START), environment -> true, Duration.ofSeconds(2)),
            this::publish);

    @Test
    void onePartitionWithoutALeaderWithholdsNoOtherSign() {
        withheld.put(ONE, new CompletableFuture<>());
        at(0);
        at(2);
        at(4);
        assertThat(given).as("one sign is under way").containsExactly(ONE, TWO, TWO, TWO);

        withheld.remove(ONE).completeExceptionally(new IllegalStateException("no leader"));
        at(5);
        assertThat(given).endsWith(ONE);
    }

    @Test
    void aSignWhosePublishingThrowsWithholdsNothing() {
        withheld.put(ONE, CompletableFuture.failedFuture(new IllegalStateException("closed")));
        at(0);
        at(2);

        assertThat(given).containsExactly(ONE, TWO, ONE, TWO);
    }

    private void at(int second) {
        signs.publishDue(List.of(ONE, TWO), START.plusSeconds(second));
    }

    private Uni<Void> publish(Message sign) {
        given.add(sign.environment());
        CompletableFuture<Void> result = withheld.get(sign.environment());
        if (result != null && result.isCompletedExceptionally()) {
            throw new IllegalStateException("closed");
        }
        return result == null ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(result);
    }
}

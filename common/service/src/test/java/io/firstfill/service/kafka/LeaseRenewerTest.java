package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance opens only after its predecessor's lease, acts only on a renewed lease, and a stop ends the wait. */
class LeaseRenewerTest {
    private static final TopicPartition PARTITION = new TopicPartition("runs.v1", 0);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofMillis(500);
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private LeaseRenewer renewer = renewer(LEASE);

    @AfterEach
    void close() {
        renewer.close();
    }

    @Test
    void awaitingThePredecessorTakesALeaseAndItsMarginAndARenewalAfterThatHolds() {
        long begun = System.nanoTime();
        assign();

        renewer.awaitPredecessor();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(LEASE.plus(MARGIN));
        assertThat(renewer.holds()).isFalse();
        renewer.renew();
        assertThat(renewer.holds()).isTrue();
        renewer.end();
        assertThat(renewer.holds()).isFalse();
    }

    @Test
    void aStopEndsTheWaitForThePredecessorAndTheInboxDoesNotOpen() {
        renewer = renewer(LONG);
        assign();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(renewer::awaitPredecessor);

        renewer.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.seek(PARTITION, 0);
        renewer.assigned(consumer, List.of(PARTITION));
    }

    private static LeaseRenewer renewer(Duration lease) {
        return new LeaseRenewer(
                new FixedLease("trader-service-0", Optional.of(lease), MARGIN, Duration.ofMillis(20)),
                new NoClients(),
                new InboxState());
    }

    private record FixedLease(String instance, Optional<Duration> duration, Duration margin, Duration renewInterval)
            implements LeaseSettings {}
}

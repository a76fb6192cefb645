package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.service.kafka.progress.ReadProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance opens only after its predecessor's lease, acts only on a renewed lease, and a stop ends the wait. */
class LeaseRenewerTest {
    private static final TopicPartition PARTITION = new TopicPartition("runs.v1", 0);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofMillis(500);
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ReadProgress progress = new ReadProgress();
    /** What the brokers say is on the topics. */
    private volatile Map<TopicPartition, Long> ends = Map.of(PARTITION, 0L);

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

    /** The brokers have records that this member does not fetch: its heartbeats and commits prove nothing. */
    @Test
    void aMemberThatReadsNothingLosesTheLeaseAndGetsItBackWhenItReads() {
        renewer = renewer(LEASE);
        assign();
        renewer.awaitPredecessor();
        renewer.renew();
        renewer.startRenewing();
        await().during(LEASE.multipliedBy(2)).atMost(LIMIT).until(renewer::holds);

        ends = Map.of(PARTITION, 1L);
        await().atMost(LIMIT).until(() -> !renewer.holds());
        await().during(LEASE).atMost(LIMIT).until(() -> !renewer.holds());

        onPollingThread(() -> consumer.seek(PARTITION, 1));
        progress.assigned(Map.of(PARTITION, 1L));
        await().atMost(LIMIT).until(renewer::holds);
    }

    @Test
    void aRecordThatIsPolledAndNotHandedOverDoesNotProveTheLease() {
        renewer = renewer(LEASE);
        assign();
        renewer.awaitPredecessor();
        renewer.startRenewing();
        await().atMost(LIMIT).until(renewer::holds);

        var record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 0, "paper", new byte[0]);
        progress.polled(new ConsumerRecords<>(Map.of(PARTITION, List.of(record)), Map.of()));
        onPollingThread(() -> consumer.seek(PARTITION, 1));
        ends = Map.of(PARTITION, 1L);

        await().atMost(LIMIT).until(() -> !renewer.holds());
        progress.handled(record);
        await().atMost(LIMIT).until(renewer::holds);
    }

    private void onPollingThread(Runnable work) {
        synchronized (consumer) {
            work.run();
        }
    }

    private void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.seek(PARTITION, 0);
        progress.assigned(Map.of(PARTITION, 0L));
        renewer.assigned(consumer, List.of(PARTITION));
    }

    private LeaseRenewer renewer(Duration lease) {
        return new LeaseRenewer(
                new FixedLease("trader-service-0", Optional.of(lease), MARGIN, Duration.ofMillis(20)),
                new OneConsumer(consumer),
                new InboxState(),
                progress,
                partitions -> CompletableFuture.completedFuture(ends));
    }

    private record FixedLease(String instance, Optional<Duration> duration, Duration margin, Duration renewInterval)
            implements LeaseSettings {}
}

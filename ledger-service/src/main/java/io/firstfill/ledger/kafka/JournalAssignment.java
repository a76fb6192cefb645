package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.JournalEntry.Branch.Exported;
import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.journal.ReachedOffsets;
import io.firstfill.ledger.kafka.ExportedHeads.Heads;
import io.firstfill.ledger.kafka.ResumePoint.Known;
import io.firstfill.service.environment.Environments;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Has the channel continue where the database says, whenever partitions are assigned: after a start, a crash, a
 * take-over, and on a database that was restored from a backup. What is missing becomes a row of the journal and an
 * alert before the first record is read. Blocks the polling thread until the database answers.
 */
@ApplicationScoped
@Identifier(JournalChannel.NAME) class JournalAssignment implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(JournalAssignment.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 500;

    private final ReachedOffsets offsets;
    private final ResumeFindings findings;
    private final RestoredRuns runs;
    private final ExportedHeads heads;
    private final JournalState state;
    private final Environments configured;
    private final CountDownLatch stopping = new CountDownLatch(1);

    JournalAssignment(
            ReachedOffsets offsets,
            ResumeFindings findings,
            RestoredRuns runs,
            ExportedHeads heads,
            JournalState state,
            Environments configured) {
        this.configured = configured;
        this.offsets = offsets;
        this.findings = findings;
        this.runs = runs;
        this.heads = heads;
        this.state = state;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        boolean resumed = partitions.isEmpty();
        while (!resumed && stopping.getCount() > 0) {
            try {
                resume(consumer, partitions);
                resumed = true;
            } catch (WakeupException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warnf("Recording does not continue yet, the reached offsets are not available: %s", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean stopped = stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            LOG.debugf("Paused: stopped=%s", stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private void resume(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> committed = ResumePoints.committed(consumer, partitions);
        List<ReachedOffset> stored = await(offsets.all());
        Set<EnvironmentId> environments = new HashSet<>(await(offsets.environments()));
        boolean upgraded = stored.isEmpty() && !environments.isEmpty();
        environments.addAll(configured.all().keySet());
        List<Known> known = ResumePoints.known(consumer, partitions, committed, stored);
        Map<String, Integer> counts = partitionCounts(consumer, partitions);
        boolean behind = !upgraded && known.stream().anyMatch(Known::isBehind);
        Heads read = behind ? heads.read(environments) : Heads.NONE;
        Map<EnvironmentId, Exported> exported = read.last();
        Set<EnvironmentId> held = await(heads.held(read));
        List<ResumePoint> points = known.stream()
                .map(partition -> isHeld(partition, exported.keySet(), held, counts)
                        ? ResumePoint.ofHeld(partition)
                        : ResumePoint.of(partition, upgraded))
                .toList();
        await(findings.record(points, counts, exported));
        runs.record(points);
        List<ReachedOffset> changed = points.stream()
                .filter(ResumePoint::changed)
                .map(ResumePoint::offsets)
                .toList();
        await(offsets.replace(changed));
        commitWhatIsHeld(consumer, points);
        Map<TopicPartition, Long> starts = new HashMap<>();
        points.forEach(
                point -> starts.put(partition(point.offsets()), point.offsets().published()));
        starts.forEach(consumer::seek);
        state.assigned(starts, counts);
    }

    /**
     * Whether the database holds what the last receipts of the partition's environments say. It was not restored then,
     * although the group has committed more than its offsets say: every commit follows its receipts.
     */
    private static boolean isHeld(
            Known known, Set<EnvironmentId> exported, Set<EnvironmentId> held, Map<String, Integer> counts) {
        int count = counts.getOrDefault(known.partition().topic(), 1);
        List<EnvironmentId> carried = exported.stream()
                .filter(environment -> EnvironmentPartition.of(environment, count)
                        == known.partition().partition())
                .toList();
        return !carried.isEmpty() && held.containsAll(carried);
    }

    /** Moves the group's offsets back to what the restored database holds: the next start must not find it again. */
    private static void commitWhatIsHeld(Consumer<?, ?> consumer, List<ResumePoint> points) {
        Map<TopicPartition, OffsetAndMetadata> held = points.stream()
                .filter(point -> point.behind() != null)
                .map(ResumePoint::offsets)
                .collect(Collectors.toMap(
                        JournalAssignment::partition, offset -> new OffsetAndMetadata(offset.published())));
        if (!held.isEmpty()) {
            consumer.commitSync(held);
        }
    }

    private static Map<String, Integer> partitionCounts(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .collect(Collectors.toMap(
                        topic -> topic, topic -> consumer.partitionsFor(topic).size()));
    }

    private static TopicPartition partition(ReachedOffset offset) {
        return new TopicPartition(offset.topic(), offset.partition());
    }

    private static <T> T await(Uni<T> result) {
        return result.await().atMost(LIMIT);
    }
}

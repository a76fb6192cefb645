package io.firstfill.service.kafka;

import io.firstfill.service.kafka.progress.LogEnds;
import io.firstfill.service.kafka.progress.ReadProgress;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Renews this instance's lease on its partitions by committing, at every interval, an offset that nobody reads. The
 * group's coordinator accepts such a commit only from a member of the group's present generation, and so only from
 * the present holder of the partition. See decision 5.
 *
 * <p>A renewal counts from the last moment up to which this instance has read every record that could be a stop, a halt
 * or a revocation. A member that sends heartbeats and fetches nothing, or hands nothing on, therefore loses the lease.
 */
@Singleton
public class LeaseRenewer {
    private static final Logger LOG = Logger.getLogger(LeaseRenewer.class);

    /** One assignment of partitions; the offset of one of the partitions is committed for all of them. */
    private record Assignment(Lease.Term term, TopicPartition partition) {}

    /** What was on the topics at a moment of the lease's clock. */
    private record Present(Assignment assignment, long askedAt, Map<TopicPartition, Long> ends) {}

    private final LeaseSettings settings;
    private final KafkaClientService clients;
    private final InboxState inbox;
    private final ReadProgress progress;
    private final LogEnds ends;
    private final Lease lease;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Whether a renewal waits for the polling thread. */
    private final AtomicBoolean requested = new AtomicBoolean();
    /** Whether the last renewal failed: only the first failure of a series is logged. */
    private final AtomicBoolean failed = new AtomicBoolean();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lease-renewal").daemon().factory());
    private @Nullable Future<?> renewals;
    private volatile @Nullable Assignment assignment;
    /** What had not been read when a renewal was due. */
    private volatile @Nullable Present unread;
    /** The inbox's consumer. Used on the polling thread only, while that thread waits in a change of partitions. */
    private @Nullable Consumer<?, ?> consumer;

    LeaseRenewer(
            LeaseSettings settings, KafkaClientService clients, InboxState inbox, ReadProgress progress, LogEnds ends) {
        this.settings = settings;
        this.clients = clients;
        this.inbox = inbox;
        this.progress = progress;
        this.ends = ends;
        this.lease = new Lease(settings.duration().orElse(Duration.ZERO), settings.margin(), System::nanoTime);
    }

    /** Whether this instance may act at this moment; always true without a lease. No I/O, from any thread. */
    public boolean holds() {
        return settings.duration().isEmpty() || lease.holds();
    }

    public String instance() {
        return settings.instance();
    }

    /** Begins the lease's term for the partitions. Called on the polling thread, before anything is done for them. */
    void assigned(Consumer<?, ?> client, Collection<TopicPartition> partitions) {
        end();
        consumer = client;
        if (settings.duration().isPresent()) {
            partitions.stream()
                    .min(Comparator.comparing(TopicPartition::toString))
                    .ifPresent(first -> assignment = new Assignment(lease.begin(), first));
        }
    }

    void end() {
        lease.end();
        assignment = null;
    }

    /**
     * Returns when nothing that a former holder of the partitions did can take effect any more.
     *
     * @throws IllegalStateException when the service stops first, so that the partitions are not opened too early
     */
    void awaitPredecessor() {
        Assignment mine = assignment;
        if (mine == null) {
            return;
        }
        boolean stopped = true;
        try {
            stopped = closed.await(mine.term().untilExclusive().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stopped) {
            throw new IllegalStateException("The service stopped before its predecessor's lease had ended");
        }
    }

    /** Renews the lease and waits for the answer: only where the polling thread has nothing else to do. */
    void renew() {
        Assignment mine = assignment;
        Consumer<?, ?> client = consumer;
        if (mine == null || client == null) {
            return;
        }
        long requestedAt = lease.now();
        try {
            client.commitSync(position(client, mine), settings.duration().orElseThrow());
            renewed(mine, requestedAt);
        } catch (KafkaException e) {
            failed(mine, e);
        }
    }

    /** Starts the timed renewals, which run between two polls and do not wait for the answer. */
    void startRenewing() {
        if (renewals == null && settings.duration().isPresent()) {
            long interval = settings.renewInterval().toNanos();
            renewals = timer.scheduleWithFixedDelay(this::requestRenewal, interval, interval, TimeUnit.NANOSECONDS);
        }
    }

    /** Asks what is on the topics now, unless that of an earlier question is still to be read. */
    private void requestRenewal() {
        Assignment mine = assignment;
        if (mine == null || !requested.compareAndSet(false, true)) {
            return;
        }
        Present before = unread;
        if (before != null && before.assignment().equals(mine) && !isOutdated(before)) {
            renewBetweenPolls(before);
            return;
        }
        long askedAt = lease.now();
        ends.of(watched()).whenComplete((now, failure) -> {
            if (failure == null) {
                renewBetweenPolls(new Present(mine, askedAt, now));
            } else {
                requested.set(false);
                failed(mine, failure);
            }
        });
    }

    private boolean isOutdated(Present before) {
        return lease.now() - before.askedAt()
                > settings.duration().orElseThrow().toNanos();
    }

    private Set<TopicPartition> watched() {
        return progress.partitions().stream()
                .filter(partition -> UnreadableRecords.mustBeRead(partition.topic()))
                .collect(Collectors.toSet());
    }

    private void renewBetweenPolls(Present present) {
        KafkaConsumer<Object, Object> channel = clients.getConsumer(Inbox.CHANNEL);
        if (channel == null) {
            requested.set(false);
            return;
        }
        channel.runOnPollingThread(client -> {
                    renew(client, present);
                })
                .onTermination()
                .invoke(() -> requested.set(false))
                .subscribe()
                .with(done -> {}, failure -> failed(present.assignment(), failure));
    }

    private void renew(Consumer<?, ?> client, Present present) {
        Assignment mine = present.assignment();
        if (!mine.equals(assignment)) {
            return;
        }
        if (!progress.hasRead(client, present.ends())) {
            unread = present;
            return;
        }
        unread = null;
        client.commitAsync(position(client, mine), (offsets, failure) -> {
            if (failure == null) {
                renewed(mine, present.askedAt());
            } else {
                failed(mine, failure);
            }
        });
    }

    private void renewed(Assignment mine, long requestedAt) {
        mine.term().renewed(requestedAt);
        failed.set(false);
    }

    /**
     * A refused commit ends the term before the lease expires; after any other failure the answer may only be late. A
     * fenced instance, whose name another process has taken, receives nothing any more: its inbox closes.
     */
    private void failed(@Nullable Assignment mine, Throwable reason) {
        if (mine != null
                && mine.equals(assignment)
                && (reason instanceof CommitFailedException || reason instanceof FencedInstanceIdException)) {
            end();
        }
        if (reason instanceof FencedInstanceIdException) {
            inbox.close();
        }
        if (failed.compareAndSet(false, true)) {
            LOG.warnf("Lease not renewed: instance=%s reason=%s", settings.instance(), reason.toString());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> position(Consumer<?, ?> client, Assignment mine) {
        return Map.of(mine.partition(), new OffsetAndMetadata(client.position(mine.partition())));
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        closed.countDown();
    }
}

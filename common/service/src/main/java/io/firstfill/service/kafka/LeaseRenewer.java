package io.firstfill.service.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Proves again and again that this instance is a member of its group's present generation, by committing an offset nobody
 * reads: the coordinator takes it from the present holder of a partition alone. See decision 5.
 */
@Singleton
public class LeaseRenewer {
    private static final Logger LOG = Logger.getLogger(LeaseRenewer.class);

    /** What was assigned at once; one of its partitions stands for all. */
    private record Post(Lease.Term term, TopicPartition partition) {}

    private final LeaseSettings settings;
    private final KafkaClientService clients;
    private final InboxState inbox;
    private final Lease lease;
    private final AtomicBoolean asking = new AtomicBoolean();
    /** Only the first refusal of a row is news. */
    private final AtomicBoolean refused = new AtomicBoolean();

    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("membership").daemon().factory());
    private @Nullable Future<?> beating;
    private volatile @Nullable Post post;
    /** Used on its own thread only, while that thread waits in a change of partitions. */
    private @Nullable Consumer<?, ?> live;

    LeaseRenewer(LeaseSettings settings, KafkaClientService clients, InboxState inbox) {
        this.settings = settings;
        this.clients = clients;
        this.inbox = inbox;
        this.lease = new Lease(settings.duration().orElse(Duration.ZERO), settings.margin(), System::nanoTime);
    }

    /** Whether this instance may act at this moment; without a lease always. No I/O, from any thread. */
    public boolean holds() {
        return settings.duration().isEmpty() || lease.holds();
    }

    public String instance() {
        return settings.instance();
    }

    /** For work before the opening, which keeps the polling thread: it goes on proving while it waits. */
    public void await(CompletableFuture<?> work) {
        while (!work.isDone()) {
            try {
                work.get(settings.renewInterval().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                prove();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The opening failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** On the polling thread, before anything is done about them. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        lost();
        live = consumer;
        if (settings.duration().isPresent()) {
            partitions.stream()
                    .min(Comparator.comparing(TopicPartition::toString))
                    .ifPresent(first -> post = new Post(lease.begin(), first));
        }
    }

    void lost() {
        lease.end();
        post = null;
    }

    /** Returns when whoever had the partitions before can do nothing for them any more. */
    void awaitPredecessor() {
        Post mine = post;
        if (mine != null) {
            try {
                Thread.sleep(mine.term().untilAlone());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the answer, so only where the polling thread has nothing else to do. */
    void prove() {
        Post mine = post;
        Consumer<?, ?> consumer = live;
        if (mine == null || consumer == null) {
            return;
        }
        long askedAt = lease.now();
        try {
            consumer.commitSync(position(consumer, mine), settings.duration().orElseThrow());
            proved(mine, askedAt);
        } catch (KafkaException e) {
            refused(mine, e);
        }
    }

    /** From now on the proofs are asked for in passing, between two polls. */
    void opened() {
        if (beating == null && settings.duration().isPresent()) {
            long interval = settings.renewInterval().toNanos();
            beating = beat.scheduleWithFixedDelay(this::ask, interval, interval, TimeUnit.NANOSECONDS);
        }
    }

    private void ask() {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(Inbox.CHANNEL);
        if (consumer != null && asking.compareAndSet(false, true)) {
            consumer.runOnPollingThread(client -> {
                        proveInPassing(client);
                    })
                    .onTermination()
                    .invoke(() -> asking.set(false))
                    .subscribe()
                    .with(asked -> {}, failure -> refused(post, failure));
        }
    }

    private void proveInPassing(Consumer<?, ?> consumer) {
        Post mine = post;
        if (mine == null) {
            return;
        }
        long askedAt = lease.now();
        consumer.commitAsync(position(consumer, mine), (offsets, refusal) -> {
            if (refusal == null) {
                proved(mine, askedAt);
            } else {
                refused(mine, refusal);
            }
        });
    }

    private void proved(Post mine, long askedAt) {
        mine.term().proved(askedAt);
        refused.set(false);
    }

    /**
     * A plain no ends the term before its lease does; with anything else, the answer may only be late. Whose name another
     * has taken polls in vain from now on.
     */
    private void refused(@Nullable Post asked, Throwable why) {
        if (asked != null
                && asked.equals(post)
                && (why instanceof CommitFailedException || why instanceof FencedInstanceIdException)) {
            lost();
        }
        if (why instanceof FencedInstanceIdException) {
            inbox.closed();
        }
        if (refused.compareAndSet(false, true)) {
            LOG.warnf("Membership not proved: instance=%s reason=%s", settings.instance(), why.toString());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> position(Consumer<?, ?> consumer, Post mine) {
        return Map.of(mine.partition(), new OffsetAndMetadata(consumer.position(mine.partition())));
    }

    @PreDestroy
    void close() {
        beat.shutdownNow();
    }
}

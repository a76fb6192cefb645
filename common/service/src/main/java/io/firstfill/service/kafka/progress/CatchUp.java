package io.firstfill.service.kafka.progress;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tells a service that it has read the present: every record that was on its topics at the moment of the call. A
 * service that was busy with its past after the replay asks before it acts, because a stop may have come meanwhile.
 */
@Singleton
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final Duration RECHECK = Duration.ofMillis(20);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final KafkaClientService clients;
    private final ReadProgress progress;
    private final LogEnds ends;

    CatchUp(KafkaClientService clients, ReadProgress progress, LogEnds ends) {
        this.clients = clients;
        this.progress = progress;
        this.ends = ends;
    }

    /**
     * Completes when every record that is on the assigned partitions now has been handed to the handler; never, when
     * the assignment changes before. Asks again for as long as the brokers do not answer, and the result is not
     * cancelled.
     */
    public CompletionStage<Void> reached() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        ask(progress.partitions(), reached);
        return reached;
    }

    private void ask(Set<TopicPartition> partitions, CompletableFuture<Void> reached) {
        ends.of(partitions).whenComplete((present, failure) -> {
            if (failure == null) {
                check(present, reached);
            } else {
                LOG.warnf("Ends of the topics not known, asking again: reason=%s", failure.toString());
                after(RETRY, () -> askAgain(partitions, reached));
            }
        });
    }

    private void askAgain(Set<TopicPartition> partitions, CompletableFuture<Void> reached) {
        if (!reached.isDone()) {
            ask(partitions, reached);
        }
    }

    private void check(Map<TopicPartition, Long> present, CompletableFuture<Void> reached) {
        KafkaConsumer<Object, Object> channel = clients.getConsumer(ReadProgress.CHANNEL);
        if (channel == null) {
            after(RETRY, () -> check(present, reached));
            return;
        }
        channel.runOnPollingThread(client -> {
                    if (progress.hasRead(client, present)) {
                        reached.complete(null);
                    }
                })
                .subscribe()
                .with(done -> recheck(present, reached), failure -> {
                    LOG.warnf("Not known whether caught up: reason=%s", failure.toString());
                    recheck(present, reached);
                });
    }

    /** Ends with the assignment: its partitions would never be read to the end. */
    private void recheck(Map<TopicPartition, Long> present, CompletableFuture<Void> reached) {
        if (!reached.isDone() && progress.partitions().containsAll(present.keySet())) {
            after(RECHECK, () -> check(present, reached));
        }
    }

    private static void after(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }
}

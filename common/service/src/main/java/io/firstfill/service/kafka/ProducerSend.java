package io.firstfill.service.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends one record through a channel's producer, without the channel's other stages. */
final class ProducerSend {
    private ProducerSend() {}

    /**
     * Sends the record at once, and never blocks the caller.
     *
     * @param limit after which the result has failed; a record that still waits for the sending thread then is not sent
     * @return completes when the record is acknowledged: on the caller's Vert.x context, on any thread without one
     */
    static Uni<Void> of(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record, Duration limit) {
        CompletableFuture<Void> acknowledged =
                new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        producer.runOnSendingThread(client -> {
                    if (!acknowledged.isDone()) {
                        var _ = client.send(record, (where, failure) -> complete(acknowledged, failure));
                    }
                })
                .subscribe()
                .with(sent -> {}, acknowledged::completeExceptionally);
        return result(acknowledged);
    }

    /**
     * Sends the records as {@link #of} does, in their order, with one hand-over to the sending thread for all.
     *
     * @return completes when every record is acknowledged; fails when one is not, whatever has become of the others
     */
    static Uni<Void> ofAll(
            KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records, Duration limit) {
        CompletableFuture<Void> acknowledged =
                new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        AtomicInteger waiting = new AtomicInteger(records.size());
        producer.runOnSendingThread(client -> {
                    for (ProducerRecord<String, byte[]> record : records) {
                        if (!acknowledged.isDone()) {
                            var _ = client.send(record, (where, failure) -> {
                                if (failure != null || waiting.decrementAndGet() == 0) {
                                    complete(acknowledged, failure);
                                }
                            });
                        }
                    }
                })
                .subscribe()
                .with(sent -> {}, acknowledged::completeExceptionally);
        return result(acknowledged);
    }

    private static Uni<Void> result(CompletableFuture<Void> acknowledged) {
        Uni<Void> result = Uni.createFrom().completionStage(acknowledged);
        Context context = Vertx.currentContext();
        Uni<Void> returned = context == null ? result : result.emitOn(task -> context.runOnContext(_ -> task.run()));
        return returned.memoize().indefinitely();
    }

    private static void complete(CompletableFuture<Void> acknowledged, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged.complete(null);
        } else {
            acknowledged.completeExceptionally(failure);
        }
    }
}

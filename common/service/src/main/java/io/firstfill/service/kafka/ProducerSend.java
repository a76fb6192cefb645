package io.firstfill.service.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record on its way through a channel's producer, and nothing else of the channel. */
final class ProducerSend {
    private ProducerSend() {}

    /**
     * Completes on the caller's Vert.x context, or on whatever thread when the caller has none.
     *
     * @param limit after which it has failed; a record that still waits for its turn then is not sent any more
     */
    static Uni<Void> of(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record, Duration limit) {
        CompletableFuture<Void> acknowledged =
                new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        producer.runOnSendingThread(client -> {
                    if (!acknowledged.isDone()) {
                        var _ = client.send(record, (where, failure) -> settle(acknowledged, failure));
                    }
                })
                .subscribe()
                .with(handed -> {}, acknowledged::completeExceptionally);
        Uni<Void> sent = Uni.createFrom().completionStage(acknowledged);
        Context context = Vertx.currentContext();
        Uni<Void> returned = context == null ? sent : sent.emitOn(task -> context.runOnContext(_ -> task.run()));
        return returned.memoize().indefinitely();
    }

    private static void settle(CompletableFuture<Void> acknowledged, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged.complete(null);
        } else {
            acknowledged.completeExceptionally(failure);
        }
    }
}

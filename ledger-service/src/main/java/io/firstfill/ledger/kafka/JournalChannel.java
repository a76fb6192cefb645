package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.BatchResult;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.ledger.journal.Recorder;
import io.firstfill.ledger.metrics.JournalMetrics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.UnreadableRecords;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Consumes the messages of all services in batches and has them recorded. Topics: all but {@code recorded.v1} and the
 * scanner's own; group {@code ledger-service}; key: environment. The offset is committed after the database has
 * committed and the answers and receipts are on their topics, so a crash at any point repeats work that then changes
 * nothing. An unavailable database is retried; any other failure stops the channel, because continuing would lose a
 * record, and a lost fill is money.
 */
@ApplicationScoped
class JournalChannel {
    private static final Logger LOG = Logger.getLogger(JournalChannel.class);
    private static final Duration MIN_BACK_OFF = Duration.ofMillis(100);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(2);

    private final Recorder recorder;
    private final AnswerPublisher publisher;
    private final UnreadableRecords unreadable;
    private final ChannelStoppedAlert stoppedAlert;
    private final JournalState state;
    private final JournalMetrics metrics;
    private final MessageCodec codec;
    private final InstantSource clock;

    JournalChannel(
            Recorder recorder,
            AnswerPublisher publisher,
            UnreadableRecords unreadable,
            ChannelStoppedAlert stoppedAlert,
            JournalState state,
            JournalMetrics metrics,
            MessageCodec codec,
            InstantSource clock) {
        this.recorder = recorder;
        this.publisher = publisher;
        this.unreadable = unreadable;
        this.stoppedAlert = stoppedAlert;
        this.state = state;
        this.metrics = metrics;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Records every readable message of the poll, also when an unreadable record of the same poll stops the channel.
     */
    @Incoming("journal")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        PolledRecords polled = PolledRecords.of(records, codec);
        return oneByOne(List.copyOf(polled.readable().entrySet()), batch -> record(batch.getKey(), batch.getValue()))
                .chain(() ->
                        oneByOne(polled.unreadable(), record -> unreadable.setAside(record.record(), record.reason())))
                .onFailure()
                .invoke(state::stalled);
    }

    private Uni<Void> record(EnvironmentId environment, List<EncodedMessage> messages) {
        Instant began = clock.instant();
        return Uni.createFrom()
                .deferred(() -> recorder.record(environment, messages))
                .onFailure(DatabaseFailures::isTransient)
                .invoke(failure -> retrying(environment, failure))
                .onFailure(DatabaseFailures::isTransient)
                .retry()
                .withBackOff(MIN_BACK_OFF, MAX_BACK_OFF)
                .indefinitely()
                .invoke(result -> committed(messages, result, began))
                .chain(publisher::publish)
                .onFailure()
                .call(failure -> stoppedAlert.raise(environment, failure));
    }

    private void retrying(EnvironmentId environment, Throwable failure) {
        state.stalled();
        metrics.retried();
        LOG.warnf("Recording of %s waits for the database: %s", environment, failure);
    }

    private void committed(List<EncodedMessage> messages, BatchResult result, Instant began) {
        state.recording();
        metrics.recorded(messages, result.added(), began);
    }

    private static <T> Uni<Void> oneByOne(List<T> items, Function<? super T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}

package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.kafka.poll.PollProgress;
import io.firstfill.ledger.kafka.poll.PolledRecords;
import io.firstfill.ledger.kafka.poll.Publications;
import io.firstfill.ledger.kafka.poll.RecordValue;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Consumes the messages of all services in batches and has them recorded. Topics: all but {@code recorded.v1} and the
 * scanner's own; group {@code ledger-service}; key: environment. The transaction that records a batch stores the
 * offsets reached with it, and {@link JournalAssignment} continues there, so a crash at any point repeats work that
 * then changes nothing. The offsets in Kafka follow the receipts, for monitoring and to recognise a restored database.
 * No record and no failure stops the channel.
 */
@ApplicationScoped
class JournalChannel {
    static final String NAME = "journal";
    private static final Logger LOG = Logger.getLogger(JournalChannel.class);
    private static final Duration MIN_BACK_OFF = Duration.ofMillis(100);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final BatchRecorder recorder;
    private final GapWatch gaps;
    private final JournalState state;
    private final MessageCodec codec;
    private final InstantSource clock;
    /** Of the poll recorded last. */
    private volatile Publications last = Publications.none();

    JournalChannel(BatchRecorder recorder, GapWatch gaps, JournalState state, MessageCodec codec, InstantSource clock) {
        this.recorder = recorder;
        this.gaps = gaps;
        this.state = state;
        this.codec = codec;
        this.clock = clock;
    }

    /** Never fails: what is not recorded is tried again, because to continue would lose a record. */
    @Incoming(NAME)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> consume(Message<ConsumerRecords<String, RecordValue>> poll) {
        return Uni.createFrom()
                .deferred(() -> record(poll.getPayload()))
                .onFailure()
                .invoke(failure -> LOG.error("Recording failed and is tried again", failure))
                .onFailure()
                .retry()
                .withBackOff(MIN_BACK_OFF, MAX_BACK_OFF)
                .indefinitely()
                .invoke(published -> acknowledge(poll, published))
                .replaceWithVoid();
    }

    private static void acknowledge(Message<?> poll, Publications published) {
        published
                .done()
                .chain(() -> Uni.createFrom().completionStage(poll.ack()))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("Offsets not committed to Kafka: %s", failure));
    }

    /** Completes when the records are recorded, and what the poll before them had to publish is published. */
    private Uni<Publications> record(ConsumerRecords<String, RecordValue> records) {
        PolledRecords polled = PolledRecords.of(records, codec, clock.instant());
        Publications before = last;
        Publications publications = before.next(polled.offsets());
        PollProgress progress = new PollProgress(polled.offsets(), before);
        state.received(polled.entries());
        return gaps.check(polled.offsets())
                .chain(() -> record(polled.entries(), progress, publications))
                .chain(before::done)
                .invoke(() -> state.recorded(polled.offsets()))
                .map(done -> last = publications);
    }

    private Uni<Void> record(
            Map<EnvironmentId, List<JournalEntry>> entries, PollProgress progress, Publications publications) {
        return Multi.createFrom()
                .iterable(List.copyOf(entries.entrySet()))
                .onItem()
                .transformToUniAndConcatenate(
                        batch -> recorder.record(batch.getKey(), batch.getValue(), progress, publications))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}

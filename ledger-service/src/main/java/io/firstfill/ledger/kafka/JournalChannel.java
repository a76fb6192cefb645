package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.Outcome;
import io.firstfill.ledger.journal.Received;
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
 * Everything the others say, in batches. Topics: all but recorded.v1 and the scanner's own; group {@code ledger-service};
 * key: environment. The offset moves after the database has committed and the answers and receipts are on their topics, so
 * a crash anywhere repeats work that then changes nothing. A lost database is waited for; anything else stops the channel,
 * because going on would lose a record, and a lost fill is money.
 */
@ApplicationScoped
class JournalChannel {
    private static final Logger LOG = Logger.getLogger(JournalChannel.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Recorder recorder;
    private final Announcer announcer;
    private final UnreadableRecords unreadable;
    private final StoppedChannel stopped;
    private final JournalState state;
    private final JournalMetrics metrics;
    private final MessageCodec codec;
    private final InstantSource clock;

    JournalChannel(
            Recorder recorder,
            Announcer announcer,
            UnreadableRecords unreadable,
            StoppedChannel stopped,
            JournalState state,
            JournalMetrics metrics,
            MessageCodec codec,
            InstantSource clock) {
        this.recorder = recorder;
        this.announcer = announcer;
        this.unreadable = unreadable;
        this.stopped = stopped;
        this.state = state;
        this.metrics = metrics;
        this.codec = codec;
        this.clock = clock;
    }

    /** What can be read is recorded even when something else in the batch stops the channel. */
    @Incoming("journal")
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        Batches batches = Batches.of(records, codec);
        return oneByOne(List.copyOf(batches.readable().entrySet()), batch -> record(batch.getKey(), batch.getValue()))
                .chain(() ->
                        oneByOne(batches.unreadable(), broken -> unreadable.handle(broken.record(), broken.reason())))
                .onFailure()
                .invoke(state::stalled);
    }

    private Uni<Void> record(EnvironmentId environment, List<Received> messages) {
        Instant began = clock.instant();
        return Uni.createFrom()
                .deferred(() -> recorder.record(environment, messages))
                .onFailure(DatabaseLoss::isTransient)
                .invoke(failure -> waiting(environment, failure))
                .onFailure(DatabaseLoss::isTransient)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .invoke(outcome -> recorded(messages, outcome, began))
                .chain(announcer::announce)
                .onFailure()
                .call(failure -> stopped.alert(environment, failure));
    }

    private void waiting(EnvironmentId environment, Throwable failure) {
        state.stalled();
        metrics.retried();
        LOG.warnf("Recording of %s waits for the database: %s", environment, failure);
    }

    private void recorded(List<Received> messages, Outcome outcome, Instant began) {
        state.recording();
        metrics.recorded(messages, outcome.added(), began);
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

package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.ledger.alert.ChannelStoppedAlert;
import io.firstfill.ledger.journal.BatchResult;
import io.firstfill.ledger.journal.CommitTimes;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.journal.Recorder;
import io.firstfill.ledger.kafka.poll.PollProgress;
import io.firstfill.ledger.kafka.poll.Publications;
import io.firstfill.ledger.metrics.JournalMetrics;
import io.firstfill.ledger.tracing.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Records the entries of one environment, whatever they hold. A batch that fails for good is halved until the guilty
 * message is alone; that message is recorded as bytes. A failure that passes is retried for ever, and so is the failure
 * to record bytes: then nothing can be recorded, and to continue would lose the record.
 */
@ApplicationScoped
class BatchRecorder {
    private static final Logger LOG = Logger.getLogger(BatchRecorder.class);
    private static final Duration MIN_BACK_OFF = Duration.ofMillis(100);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(2);

    private final Recorder recorder;
    private final AnswerPublisher publisher;
    private final ChannelStoppedAlert stoppedAlert;
    private final JournalState state;
    private final JournalMetrics metrics;
    private final Traces traces;
    private final CommitTimes commitTimes;
    private final InstantSource clock;

    BatchRecorder(
            Recorder recorder,
            AnswerPublisher publisher,
            ChannelStoppedAlert stoppedAlert,
            JournalState state,
            JournalMetrics metrics,
            Traces traces,
            CommitTimes commitTimes,
            InstantSource clock) {
        this.recorder = recorder;
        this.publisher = publisher;
        this.stoppedAlert = stoppedAlert;
        this.state = state;
        this.metrics = metrics;
        this.traces = traces;
        this.commitTimes = commitTimes;
        this.clock = clock;
    }

    /**
     * Completes when the entries are in the database.
     *
     * @param publications takes their answers and receipts
     */
    Uni<Void> record(
            EnvironmentId environment,
            List<? extends JournalEntry> entries,
            PollProgress progress,
            Publications publications) {
        Instant began = clock.instant();
        return attempt(environment, entries, progress)
                .map(result -> {
                    committed(entries, result, progress, began);
                    Instant at = clock.instant();
                    publications.start(() -> storeTime(entries, result, at).chain(() -> publisher.publish(result)));
                    return Uni.createFrom().voidItem();
                })
                .onFailure(failure -> !canRetry(failure, entries))
                .recoverWithItem(failure -> isolate(environment, entries, progress, publications, failure))
                .chain(next -> next);
    }

    private Uni<BatchResult> attempt(
            EnvironmentId environment, List<? extends JournalEntry> entries, PollProgress progress) {
        return Uni.createFrom()
                .deferred(() -> recorder.record(environment, entries, progress.with(entries)))
                .onFailure(failure -> canRetry(failure, entries))
                .invoke(failure -> retrying(environment, failure))
                .onFailure(failure -> canRetry(failure, entries))
                .retry()
                .withBackOff(MIN_BACK_OFF, MAX_BACK_OFF)
                .indefinitely()
                .invoke(result -> recording(environment));
    }

    private static boolean canRetry(Throwable failure, List<? extends JournalEntry> entries) {
        boolean divisible = entries.size() > 1 || entries.getFirst() instanceof JournalEntry.Read;
        return !divisible || DatabaseFailures.isTransient(failure);
    }

    private Uni<Void> isolate(
            EnvironmentId environment,
            List<? extends JournalEntry> entries,
            PollProgress progress,
            Publications publications,
            Throwable failure) {
        int half = entries.size() / 2;
        if (half > 0) {
            return record(environment, entries.subList(0, half), progress, publications)
                    .chain(() -> record(environment, entries.subList(half, entries.size()), progress, publications));
        }
        JournalEntry.Read guilty = (JournalEntry.Read) entries.getFirst();
        LOG.errorf(failure, "Message not processable, kept as bytes: record=%s", guilty.place());
        var opaque = guilty.opaque(DatabaseFailures.describe(failure), clock.instant());
        return record(environment, List.of(opaque), progress, publications);
    }

    private void retrying(EnvironmentId environment, Throwable failure) {
        state.stalled(environment);
        metrics.retried();
        LOG.warnf("Recording of %s waits for the database: %s", environment, failure);
        stoppedAlert.stalled(environment);
    }

    private void recording(EnvironmentId environment) {
        state.recording(environment);
        stoppedAlert.recording(environment);
    }

    private void committed(
            List<? extends JournalEntry> entries, BatchResult result, PollProgress progress, Instant began) {
        progress.recorded(entries);
        List<EncodedMessage> messages = messages(entries);
        metrics.recorded(messages, result.added(), began);
        traces.recorded(messages, result.added(), clock.instant());
        metrics.unreadable(entries.size() - messages.size());
    }

    private static List<EncodedMessage> messages(List<? extends JournalEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.Read.class::isInstance)
                .map(entry -> ((JournalEntry.Read) entry).encoded())
                .toList();
    }

    /** Never fails: a time that could not be stored is a hop that was not measured, and nothing more. */
    private Uni<Void> storeTime(List<? extends JournalEntry> entries, BatchResult result, Instant committedAt) {
        Set<ClientOrderId> orders = messages(entries).stream()
                .map(EncodedMessage::message)
                .filter(message -> result.added().contains(message.meta().id()))
                .filter(OrderStep.class::isInstance)
                .map(step -> ((OrderStep) step).clientOrderId())
                .collect(Collectors.toSet());
        return orders.isEmpty()
                ? Uni.createFrom().voidItem()
                : commitTimes
                        .committed(orders, committedAt)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Time of a commit not stored: %s", failure))
                        .onFailure()
                        .recoverWithNull();
    }
}

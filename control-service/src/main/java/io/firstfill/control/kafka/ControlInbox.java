package io.firstfill.control.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.control.Book;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.intervention.Interventions;
import io.firstfill.control.readiness.SkippedRecords;
import io.firstfill.control.run.FirstDecisions;
import io.firstfill.control.run.RunStops;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.kafka.InboxHandler;
import io.firstfill.service.kafka.UnprocessableRecord;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Applies messages to the books, then completes waiting callers: a caller that is completed reads books that are up to
 * date.
 */
@ApplicationScoped
class ControlInbox implements InboxHandler {
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<Book> books;
    private final CommandDispatcher dispatcher;
    private final RunStops stops;
    private final FirstDecisions decisions;
    private final Interventions interventions;
    private final SkippedRecords skipped;
    private final Environments environments;

    ControlInbox(
            @All List<Book> books,
            CommandDispatcher dispatcher,
            RunStops stops,
            FirstDecisions decisions,
            Interventions interventions,
            SkippedRecords skipped,
            Environments environments) {
        this.books = books;
        this.decisions = decisions;
        this.interventions = interventions;
        this.skipped = skipped;
        this.environments = environments;
        this.dispatcher = dispatcher;
        this.stops = stops;
    }

    /**
     * Replays commands and permits of the last week, and everything else from the beginning: an alert that holds must
     * not be forgotten for its age. A sign of life of the past says nothing.
     */
    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Map.of(
                Topics.COMMANDS,
                Optional.of(WEEK),
                Topics.PERMITS,
                Optional.of(WEEK),
                Topics.HEARTBEATS,
                Optional.of(Duration.ZERO));
    }

    @Override
    public void reset() {
        books.forEach(Book::reset);
    }

    /** Completes waiting callers too: an answer may have been published while partitions were reassigned. */
    @Override
    public void replayed(Message message) {
        apply(message);
    }

    /** Closes the start-up gate of the environments whose books lack the record, until a person acknowledges it. */
    @Override
    public void unprocessable(UnprocessableRecord record) {
        skipped.skip(
                record.place(),
                environments.all().keySet().stream()
                        .filter(environment -> record.concerns(environment) && isOf(record, environment))
                        .toList());
    }

    /** A record without a key of ours can concern only the environments of its partition. */
    private static boolean isOf(UnprocessableRecord record, EnvironmentId environment) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        int partitions = Topics.all().stream()
                .filter(topic -> topic.name().equals(record.place().topic()))
                .mapToInt(Topic::partitions)
                .findFirst()
                .orElse(1);
        return record.key() != null
                || BuiltInPartitioner.partitionForKey(key, partitions)
                        == record.place().partition();
    }

    @Override
    public void opened() {
        // The books are complete; the inbox's own readiness check reports that.
    }

    @Override
    public Uni<Void> received(Message message) {
        apply(message);
        return Uni.createFrom().voidItem();
    }

    private void apply(Message message) {
        books.forEach(book -> book.apply(message));
        dispatcher.received(message);
        stops.received(message);
        interventions.received(message);
        decisions.received(message);
    }
}

package io.firstfill.control.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.control.Book;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.run.RunStops;
import io.firstfill.service.kafka.InboxHandler;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    ControlInbox(@All List<Book> books, CommandDispatcher dispatcher, RunStops stops) {
        this.books = books;
        this.dispatcher = dispatcher;
        this.stops = stops;
    }

    /** Replays commands and alerts of the last week, and runs, trading states and credentials from the beginning. */
    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Map.of(Topics.COMMANDS, Optional.of(WEEK), Topics.ALERTS, Optional.of(WEEK));
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
    }
}

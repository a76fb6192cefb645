package io.firstfill.control.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.control.Book;
import io.firstfill.control.command.Dispatch;
import io.firstfill.control.run.RunStops;
import io.firstfill.service.kafka.InboxHandler;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the books from the topics, then wakes who waits: whoever is woken finds the books up to date. */
@ApplicationScoped
class ControlInbox implements InboxHandler {
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<Book> books;
    private final Dispatch dispatch;
    private final RunStops stops;

    ControlInbox(@All List<Book> books, Dispatch dispatch, RunStops stops) {
        this.books = books;
        this.dispatch = dispatch;
        this.stops = stops;
    }

    /** Runs, trading states and credentials from the beginning. */
    @Override
    public Map<String, Optional<Duration>> lookback() {
        return Map.of(Topics.COMMANDS, Optional.of(WEEK), Topics.ALERTS, Optional.of(WEEK));
    }

    @Override
    public void reset() {
        books.forEach(Book::forget);
    }

    /** Wakes too: somebody may wait for an answer that came while partitions changed hands. */
    @Override
    public void replayed(Message message) {
        tell(message);
    }

    @Override
    public void opened() {
        // The books are complete; the inbox's own readiness says so.
    }

    @Override
    public Uni<Void> received(Message message) {
        tell(message);
        return Uni.createFrom().voidItem();
    }

    private void tell(Message message) {
        books.forEach(book -> book.learn(message));
        dispatch.told(message);
        stops.told(message);
    }
}

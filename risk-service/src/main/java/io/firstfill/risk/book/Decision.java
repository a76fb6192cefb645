package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import java.util.List;
import java.util.Objects;

/** What a book becomes and what is said because of it; both become durable together or not at all. */
public record Decision(RiskBook book, List<Message> events) {
    public Decision {
        Objects.requireNonNull(book, "book");
        events = List.copyOf(events);
    }
}

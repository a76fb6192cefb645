package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import java.util.List;
import java.util.Objects;

/** The next risk book and the events to publish with it. Both become durable in one transaction or not at all. */
public record Decision(RiskBook book, List<Message> events) {
    public Decision {
        Objects.requireNonNull(book, "book");
        events = List.copyOf(events);
    }
}

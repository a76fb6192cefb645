package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskBook;
import java.util.List;

/** Passes each call on to several listeners, in their order. */
record BookListeners(List<BookListener> all) implements BookListener {
    BookListeners {
        all = List.copyOf(all);
    }

    @Override
    public void stored(RiskBook book, List<Message> events) {
        all.forEach(listener -> listener.stored(book, events));
    }

    @Override
    public void revoked(EnvironmentId environment) {
        all.forEach(listener -> listener.revoked(environment));
    }
}

package io.firstfill.risk.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.risk.book.Decision;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.exposure.Safeguards;
import io.firstfill.service.json.MessageCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision whose book and events are encoded. Encoding precedes everything that is stored or forwarded: what cannot
 * be written then fails this decision alone, and not the topology. An event of a type that not every reader knows yet
 * is left out.
 *
 * @param stored the bytes of the book; null when the decision does not change the book
 * @param safeguards the bytes of its safeguards; null when the decision does not change them
 */
record EncodedDecision(
        Decision decision,
        @Nullable StoredBook stored,
        @Nullable StoredBook safeguards,
        List<EncodedEvent> events) {
    EncodedDecision {
        events = List.copyOf(events);
    }

    static EncodedDecision of(RiskBook before, Decision decision, BookFormat format, MessageCodec codec) {
        boolean changed = !decision.book().equals(before);
        Safeguards safeguards = decision.book().safeguards();
        boolean guarded = !safeguards.equals(before.safeguards());
        return new EncodedDecision(
                decision,
                changed ? new StoredBook(format.write(decision.book())) : null,
                guarded ? new StoredBook(format.write(safeguards)) : null,
                decision.events().stream()
                        .filter(event -> codec.mayWrite(event.getClass()))
                        .map(event -> encoded(event, codec))
                        .toList());
    }

    private static EncodedEvent encoded(Message event, MessageCodec codec) {
        return new EncodedEvent(Family.of(event).topic(), codec.write(event));
    }

    RiskBook book() {
        return decision.book();
    }

    /** The bytes of a risk book, or of its safeguards. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record StoredBook(byte[] bytes) {}

    /** The bytes of an event, and its topic. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record EncodedEvent(String topic, byte[] value) {}
}

package io.firstfill.ledger.tracing;

import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.EncodedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Hands the spans of what was recorded for the first time to the collector; nothing where there is none. */
@ApplicationScoped
public class Traces {
    private final SpanCollector collector;

    Traces(SpanCollector collector) {
        this.collector = collector;
    }

    /** Called after the commit. Returns at once. */
    public void recorded(List<EncodedMessage> messages, Set<MessageId> added, Instant at) {
        if (!collector.isConfigured()) {
            return;
        }
        List<Span> spans = messages.stream()
                .map(EncodedMessage::message)
                .filter(message -> added.contains(message.meta().id()))
                .flatMap(message -> BuySpans.of(message, at).stream())
                .toList();
        if (!spans.isEmpty()) {
            collector.take(spans);
        }
    }
}

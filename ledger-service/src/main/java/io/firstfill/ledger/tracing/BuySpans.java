package io.firstfill.ledger.tracing;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of a recorded message. The signal of a listing gives the root; the event that ends an order attempt
 * gives a span for the attempt and one for each step of its timeline, under the root of its run. Every other message
 * gives none, because the event that ends an attempt has all times of it.
 */
final class BuySpans {
    private static final String SCANNER = "scanner-service";
    private static final String TRADER = "trader-service";
    private static final String LEDGER = "ledger-service";
    private static final String EXCHANGE = "exchange";

    private BuySpans() {}

    /** @param recordedAt the time of the commit */
    static List<Span> of(Message message, Instant recordedAt) {
        return switch (message) {
            case ListingSignal signal -> List.of(root(signal, recordedAt));
            case OrderFilled filled -> attempt(filled, recordedAt, "filled", false);
            case OrderCanceled canceled ->
                attempt(
                        canceled,
                        recordedAt,
                        canceled.reason().name(),
                        canceled.filledQuantity().isZero());
            case OrderRejected rejected ->
                attempt(rejected, recordedAt, rejected.rejection().name(), true);
            case OrderDenied denied ->
                attempt(denied, recordedAt, denied.reason().name(), true);
            default -> List.of();
        };
    }

    private static Span root(ListingSignal signal, Instant recordedAt) {
        return new Span(
                trace(signal.meta().correlationId()),
                id(signal.meta().correlationId(), signal.runId()),
                null,
                "listing " + signal.pair(),
                SCANNER,
                signal.detectedAt(),
                recordedAt,
                Map.of(
                        "firstfill.environment", signal.environment().value(),
                        "firstfill.pair", signal.pair().toString(),
                        "firstfill.run", signal.runId().toString(),
                        "firstfill.source", signal.source().name()),
                false);
    }

    private static List<Span> attempt(OrderStep step, Instant recordedAt, String result, boolean failed) {
        Timeline t = step.timeline();
        if (t == null) {
            return List.of();
        }
        Attempt attempt = new Attempt(step);
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(
                attempt.trace,
                attempt.id,
                id(step.meta().correlationId(), step.runId()),
                "buy " + step.pair(),
                TRADER,
                t.detectedAt(),
                recordedAt,
                Map.of(
                        "firstfill.environment", step.environment().value(),
                        "firstfill.pair", step.pair().toString(),
                        "firstfill.run", step.runId().toString(),
                        "firstfill.order", step.clientOrderId().value(),
                        "firstfill.result", result),
                failed));
        attempt.add(spans, "detected to signal", SCANNER, t.detectedAt(), t.signaledAt());
        attempt.add(spans, "signal to decision", TRADER, t.signaledAt(), t.consumedAt());
        attempt.add(spans, "decision to durable", TRADER, begin(t), t.submittedAt());
        attempt.add(spans, "decision to wire", TRADER, begin(t), t.writtenAt());
        attempt.add(spans, "wire to answer", EXCHANGE, t.writtenAt(), t.answeredAt());
        attempt.add(spans, "answer to fill", EXCHANGE, t.answeredAt(), t.filledAt());
        attempt.add(spans, "event to receipt", LEDGER, step.meta().occurredAt(), recordedAt);
        return spans;
    }

    /** A scheduled buy waits for its opening after the decision to arm it: it begins when it is fired. */
    private static Instant begin(Timeline t) {
        return t.openingTime() != null && t.firedAt() != null ? t.firedAt() : t.consumedAt();
    }

    /** The span of one order attempt, under which its steps stand. */
    private record Attempt(String trace, String id, OrderStep step) {
        Attempt(OrderStep step) {
            this(
                    BuySpans.trace(step.meta().correlationId()),
                    BuySpans.id(step.clientOrderId().value()),
                    step);
        }

        void add(List<Span> spans, String name, String service, @Nullable Instant from, @Nullable Instant to) {
            if (from != null && to != null) {
                String child = BuySpans.id(step.clientOrderId().value(), name);
                spans.add(new Span(trace, child, id, name, service, from, to, Map.of(), false));
            }
        }
    }

    private static String trace(CorrelationId id) {
        return hex(id.value().getMostSignificantBits()) + hex(id.value().getLeastSignificantBits());
    }

    private static String id(Object... parts) {
        return hex(MessageId.derivedFrom(parts).value().getMostSignificantBits());
    }

    private static String hex(long bits) {
        return "%016x".formatted(bits);
    }
}

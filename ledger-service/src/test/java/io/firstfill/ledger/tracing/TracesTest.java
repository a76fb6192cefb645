package io.firstfill.ledger.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Timelines;
import io.firstfill.ledger.journal.EncodedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Proves that a buy is one trace, from the first sight of its listing to its receipt. */
class TracesTest {
    private static final Instant AT = LedgerFixture.T0;
    private static final Instant RECORDED = AT.plusSeconds(1);

    private final LedgerFixture fixture = new LedgerFixture();
    private final Meta detection = LedgerFixture.meta(AT);
    private final List<Span> taken = new ArrayList<>();
    private boolean configured = true;
    private final Traces traces = new Traces(new SpanCollector() {
        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public void take(List<Span> spans) {
            taken.addAll(spans);
        }
    });

    @Test
    void aBuyIsOneTraceFromDetectionToReceipt() {
        recorded(signal());
        recorded(filled());

        assertThat(taken)
                .extracting(Span::trace)
                .containsOnly(detection.correlationId().toString().replace("-", ""));
        assertThat(taken)
                .extracting(Span::name)
                .containsExactly(
                        "listing NEWT/USDT",
                        "buy NEWT/USDT",
                        "detected to signal",
                        "signal to decision",
                        "decision to durable",
                        "decision to wire",
                        "wire to answer",
                        "answer to fill",
                        "event to receipt");
        assertThat(taken.stream().map(Span::service).distinct())
                .containsExactly("scanner-service", "trader-service", "exchange", "ledger-service");
    }

    @Test
    void everySpanHasItsParentInTheTraceAndOneHasNone() {
        recorded(signal());
        recorded(filled());

        Set<String> ids = taken.stream().map(Span::id).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(taken);
        assertThat(taken).filteredOn(span -> span.parent() == null).hasSize(1);
        assertThat(taken).filteredOn(span -> span.parent() != null).allMatch(span -> ids.contains(span.parent()));
        assertThat(taken).allSatisfy(span -> {
            assertThat(span.trace()).matches("[0-9a-f]{32}");
            assertThat(span.id()).matches("[0-9a-f]{16}");
            assertThat(span.end()).isBetween(span.begin(), RECORDED);
        });
    }

    @Test
    void theSameEventGivesTheSameSpansAndTwoAttemptsGiveDifferentOnes() {
        recorded(filled());
        List<Span> first = List.copyOf(taken);
        recorded(filled());
        assertThat(taken.subList(first.size(), taken.size())).isEqualTo(first);

        recorded(fixture.filled(2, AT, "1", "1", "1", Timelines.surprise(AT, Duration.ofMillis(1))));

        assertThat(taken.getLast().id()).isNotEqualTo(first.getLast().id());
    }

    @Test
    void aRedeliveredMessageAndAStepOnTheWayGiveNoSpan() {
        OrderSubmitted submitted = fixture.submitted(1, AT, "10");
        recorded(submitted);
        traces.recorded(List.of(encoded(filled())), Set.of(), RECORDED);

        assertThat(taken).isEmpty();
    }

    @Test
    void withoutACollectorNothingIsMade() {
        configured = false;

        recorded(signal());

        assertThat(taken).isEmpty();
    }

    private ListingSignal signal() {
        return new ListingSignal(
                caused("signal"),
                fixture.environment,
                fixture.listing(1),
                fixture.pair,
                fixture.run,
                ListingSource.DEFAULT_SYMBOLS,
                Confidence.CONFIRMED,
                null,
                AT.plusMillis(1),
                AT.plusSeconds(5));
    }

    private OrderFilled filled() {
        OrderFilled plain =
                fixture.filled(1, AT.plusMillis(12), "1", "1", "1", Timelines.surprise(AT, Duration.ofMillis(1)));
        return new OrderFilled(
                caused("filled"),
                plain.environment(),
                plain.runId(),
                plain.listingId(),
                plain.pair(),
                plain.clientOrderId(),
                plain.exchangeOrderId(),
                plain.filledQuantity(),
                plain.filledAmount(),
                plain.averagePrice(),
                plain.timeline());
    }

    private Meta caused(String what) {
        return detection.next(MessageId.derivedFrom(what, detection.id()), AT.plusMillis(12));
    }

    private void recorded(Message message) {
        traces.recorded(List.of(encoded(message)), Set.of(message.meta().id()), RECORDED);
    }

    private static EncodedMessage encoded(Message message) {
        return EncodedMessage.of("any.v1", message, "{}".getBytes(StandardCharsets.UTF_8));
    }
}

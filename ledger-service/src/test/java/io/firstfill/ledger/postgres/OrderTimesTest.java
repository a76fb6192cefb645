package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.Hop;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Timelines;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.OrderItem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every time of an order is stored and never removed, and the ledger adds the time of its own record. */
@QuarkusTest
@KafkaAndPostgres
class OrderTimesTest {
    private static final Instant T0 = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();

    @Inject
    LedgerQueries queries;

    @Test
    void theHopsOfAnOrderAreThoseOfTheContractAndTheRecording() {
        Timeline surprise = Timelines.surprise(T0, Duration.ofMillis(1));
        Timeline scheduled = Timelines.scheduled(T0);

        fixture.record(
                fixture.filled(1, T0, "3", "12", "4", surprise), fixture.filled(2, T0, "3", "12", "4", scheduled));

        assertThat(order(1).kind()).isEqualTo("surprise");
        assertThat(order(2).kind()).isEqualTo("scheduled");
        assertThat(order(1).timeline().hopMicros())
                .containsAllEntriesOf(micros(surprise))
                .hasSize(Hop.of(surprise).size() + 2)
                .containsKeys("filled_recorded", "told_recorded");
        assertThat(order(2).timeline().hopMicros())
                .containsAllEntriesOf(micros(scheduled))
                .containsEntry("opening_written", -200L)
                .hasSize(Hop.of(scheduled).size() + 2);
    }

    @Test
    void aTimeStaysWhenALaterStepDoesNotReportIt() {
        fixture.record(
                fixture.submitted(1, T0, "12"),
                fixture.accepted(1, T0.plusSeconds(1), Timelines.surprise(T0, Duration.ofMillis(1))));

        fixture.record(fixture.filled(1, T0.plusSeconds(2), "3", "12", "4"));

        assertThat(order(1).timeline().answeredAt()).isEqualTo(T0.plusMillis(8));
        assertThat(order(1).timeline().exchangeTime()).isEqualTo(T0);
    }

    @Test
    void theSignatureOfTheLastStepStaysWhenAnEarlierStepIsReadLate() {
        Timeline probed = Timelines.surprise(T0, Duration.ofMillis(1));
        fixture.record(fixture.accepted(1, T0.plusSeconds(1), probed));

        fixture.record(fixture.submitted(1, T0, "12"));

        assertThat(order(1).timeline().signedAt()).isEqualTo(probed.signedAt());
        assertThat(order(1).timeline().writtenAt()).isEqualTo(probed.writtenAt());
    }

    @Test
    void theFirstFillAndItsRecordingStayWhenMoreIsFilledOrTheFillIsDeliveredAgain() {
        Timeline first = Timelines.surprise(T0, Duration.ofMillis(1));
        OrderPartiallyFilled part = partly(1, T0.plusSeconds(1), first);
        fixture.record(part);
        Instant recorded = order(1).timeline().fillRecordedAt();

        fixture.record(
                fixture.filled(1, T0.plusSeconds(2), "3", "12", "4", Timelines.surprise(T0, Duration.ofMillis(2))),
                part);

        OrderItem order = order(1);
        assertThat(recorded).isNotNull();
        assertThat(order.timeline().fillRecordedAt()).isEqualTo(recorded);
        assertThat(order.timeline().filledAt()).isEqualTo(first.filledAt());
        assertThat(order.timeline().recordedAt()).isAfterOrEqualTo(recorded);
    }

    private OrderPartiallyFilled partly(int number, Instant at, Timeline timeline) {
        return new OrderPartiallyFilled(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                fixture.listing(number),
                fixture.pair,
                fixture.order(number),
                ExchangeOrderId.of("C02__" + number),
                Quantity.of("1"),
                Amount.of("4"),
                timeline);
    }

    private static Map<String, Long> micros(Timeline timeline) {
        Map<String, Long> known = new HashMap<>();
        Hop.of(timeline)
                .forEach((hop, took) -> known.put(hop.label(), took.dividedBy(ChronoUnit.MICROS.getDuration())));
        return known;
    }

    private OrderItem order(int number) {
        return queries.find(ApiList.ORDERS, fixture.order(number).value())
                .await()
                .atMost(Duration.ofSeconds(5))
                .orElseThrow();
    }
}

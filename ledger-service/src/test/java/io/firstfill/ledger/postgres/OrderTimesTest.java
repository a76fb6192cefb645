package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.order.Hop;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.ledger.LedgerStack;
import io.firstfill.ledger.Scene;
import io.firstfill.ledger.Wire;
import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.OrderItem;
import io.firstfill.ledger.query.Reads;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every time of an order is kept, is never taken back, and the ledger's own time is added. */
@QuarkusTest
@LedgerStack
class OrderTimesTest {
    private static final Instant T0 = Scene.T0;

    private final Scene scene = new Scene();
    private int sent;

    @Inject
    Reads reads;

    @Test
    void theHopsOfAnOrderAreThoseOfTheContractAndTheRecording() {
        Timeline surprise = Scene.surprise(T0, Duration.ofMillis(1));
        Timeline scheduled = Scene.scheduled(T0);

        say(scene.filled(1, T0, "3", "12", "4", surprise), scene.filled(2, T0, "3", "12", "4", scheduled));

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
    void aTimeStaysWhenALaterStepDoesNotTellIt() {
        say(
                scene.submitted(1, T0, "12"),
                scene.accepted(1, T0.plusSeconds(1), Scene.surprise(T0, Duration.ofMillis(1))));

        say(scene.filled(1, T0.plusSeconds(2), "3", "12", "4"));

        assertThat(order(1).timeline().answeredAt()).isEqualTo(T0.plusMillis(8));
        assertThat(order(1).timeline().exchangeTime()).isEqualTo(T0);
    }

    @Test
    void theSignatureToldLastStaysWhenAnEarlierStepIsReadLate() {
        Timeline probed = Scene.surprise(T0, Duration.ofMillis(1));
        say(scene.accepted(1, T0.plusSeconds(1), probed));

        say(scene.submitted(1, T0, "12"));

        assertThat(order(1).timeline().signedAt()).isEqualTo(probed.signedAt());
        assertThat(order(1).timeline().writtenAt()).isEqualTo(probed.writtenAt());
    }

    @Test
    void theFirstFillAndItsRecordingStayWhenMoreIsFilledOrToldAgain() {
        Timeline first = Scene.surprise(T0, Duration.ofMillis(1));
        OrderPartiallyFilled part = partly(1, T0.plusSeconds(1), first);
        say(part);
        Instant recorded = order(1).timeline().fillRecordedAt();

        say(scene.filled(1, T0.plusSeconds(2), "3", "12", "4", Scene.surprise(T0, Duration.ofMillis(2))), part);

        OrderItem order = order(1);
        assertThat(recorded).isNotNull();
        assertThat(order.timeline().fillRecordedAt()).isEqualTo(recorded);
        assertThat(order.timeline().filledAt()).isEqualTo(first.filledAt());
        assertThat(order.timeline().recordedAt()).isAfterOrEqualTo(recorded);
    }

    private OrderPartiallyFilled partly(int number, Instant at, Timeline timeline) {
        return new OrderPartiallyFilled(
                Scene.meta(at),
                scene.environment,
                scene.run,
                scene.listing(number),
                scene.pair,
                scene.order(number),
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

    private void say(Message... messages) {
        Wire.send(messages);
        sent += messages.length;
        Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, sent);
    }

    private OrderItem order(int number) {
        return reads.find(Catalogue.ORDERS, scene.order(number).value())
                .await()
                .atMost(Duration.ofSeconds(5))
                .orElseThrow();
    }
}

package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.record.Recorded;
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
import org.junit.jupiter.api.Test;

/** An order is where its furthest step left it, whatever order steps are read in. */
@QuarkusTest
@LedgerStack
class OrderRowsTest {
    private static final Instant T0 = Scene.T0;

    private final Scene scene = new Scene();
    private int sent;

    @Inject
    Reads reads;

    @Test
    void aFilledOrderStaysFilledWhenEarlierStepsArriveLate() {
        say(scene.filled(1, T0.plusSeconds(2), "3", "12.5", "4.1666"));

        say(scene.submitted(1, T0, "12.5"), scene.accepted(1, T0.plusSeconds(1)), unresolved(1, T0.plusSeconds(9)));

        OrderItem order = order(1);
        assertThat(order.status()).isEqualTo("FILLED");
        assertThat(order.createdAt()).isEqualTo(T0);
        assertThat(order.quoteAmount()).hasToString("12.5");
        assertThat(order.ambiguity()).isEqualTo("TIMEOUT");
    }

    @Test
    void anOrderLostFromSightIsUnresolvedUntilItIsFoundOrProvedAbsent() {
        say(scene.submitted(1, T0, "5"), scene.accepted(1, T0.plusSeconds(1)), unresolved(1, T0.plusSeconds(2)));
        assertThat(order(1).status()).isEqualTo("UNRESOLVED");

        say(resolved(1, Resolution.FOUND));
        assertThat(order(1).status()).isEqualTo("UNRESOLVED");
        say(scene.filled(1, T0.plusSeconds(4), "1", "5", "5"));
        say(scene.submitted(2, T0, "5"), unresolved(2, T0.plusSeconds(2)), resolved(2, Resolution.ABSENT));

        assertThat(order(1).status()).isEqualTo("FILLED");
        assertThat(order(2).status()).isEqualTo("ABSENT");
        assertThat(order(2).resolution()).isEqualTo("ABSENT");
    }

    @Test
    void decimalsAndMicrosecondsComeBackAsTheyWereSent() {
        say(
                scene.submitted(1, T0, "12345678901234567890.12345678901234567891"),
                scene.filled(1, T0, "0.00000000000000000001", "99999999999999999999.5", "100"));

        OrderItem order = order(1);
        assertThat(order.quoteAmount()).hasToString("12345678901234567890.12345678901234567891");
        assertThat(order.filledQuantity()).hasToString("0.00000000000000000001");
        assertThat(order.filledAmount()).hasToString("99999999999999999999.5");
        assertThat(order.averagePrice()).hasToString("100");
        assertThat(order.timeline().writtenAt()).isEqualTo(Scene.timeline(T0).writtenAt());
        assertThat(order.detectionToSubmittedMicros()).isEqualTo(1500);
        assertThat(order.openingToWrittenMicros()).isEqualTo(700);
        assertThat(order.writtenToAnsweredMicros()).isNull();
    }

    private OrderUnresolved unresolved(int number, Instant at) {
        return new OrderUnresolved(
                Scene.meta(at),
                scene.environment,
                scene.run,
                scene.listing(number),
                scene.pair,
                scene.order(number),
                Ambiguity.TIMEOUT,
                "no answer in 1 s",
                null);
    }

    private OrderResolved resolved(int number, Resolution resolution) {
        return new OrderResolved(
                Scene.meta(T0.plusSeconds(3)),
                scene.environment,
                scene.run,
                scene.listing(number),
                scene.pair,
                scene.order(number),
                resolution,
                "looked up");
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

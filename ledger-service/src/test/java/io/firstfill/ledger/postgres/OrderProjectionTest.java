package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.Resolution;
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
import org.junit.jupiter.api.Test;

/** The status of an order is that of its furthest step, in whatever order the steps are read. */
@QuarkusTest
@KafkaAndPostgres
class OrderProjectionTest {
    private static final Instant T0 = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();

    @Inject
    LedgerQueries queries;

    @Test
    void aFilledOrderStaysFilledWhenEarlierStepsArriveLate() {
        fixture.record(fixture.filled(1, T0.plusSeconds(2), "3", "12.5", "4.1666"));

        fixture.record(
                fixture.submitted(1, T0, "12.5"),
                fixture.accepted(1, T0.plusSeconds(1)),
                unresolved(1, T0.plusSeconds(9)));

        OrderItem order = order(1);
        assertThat(order.status()).isEqualTo("FILLED");
        assertThat(order.createdAt()).isEqualTo(T0);
        assertThat(order.quoteAmount()).hasToString("12.5");
        assertThat(order.ambiguity()).isEqualTo("TIMEOUT");
    }

    @Test
    void anUnresolvedOrderStaysSoUntilItIsFilledOrProvedAbsent() {
        fixture.record(
                fixture.submitted(1, T0, "5"),
                fixture.accepted(1, T0.plusSeconds(1)),
                unresolved(1, T0.plusSeconds(2)));
        assertThat(order(1).status()).isEqualTo("UNRESOLVED");

        fixture.record(resolved(1, Resolution.FOUND));
        assertThat(order(1).status()).isEqualTo("UNRESOLVED");
        fixture.record(fixture.filled(1, T0.plusSeconds(4), "1", "5", "5"));
        fixture.record(fixture.submitted(2, T0, "5"), unresolved(2, T0.plusSeconds(2)), resolved(2, Resolution.ABSENT));

        assertThat(order(1).status()).isEqualTo("FILLED");
        assertThat(order(2).status()).isEqualTo("ABSENT");
        assertThat(order(2).resolution()).isEqualTo("ABSENT");
    }

    @Test
    void decimalsAndMicrosecondsAreReadAsTheyWereSent() {
        fixture.record(
                fixture.submitted(1, T0, "12345678901234567890.12345678901234567891"),
                fixture.filled(1, T0, "0.00000000000000000001", "99999999999999999999.5", "100"));

        OrderItem order = order(1);
        assertThat(order.quoteAmount()).hasToString("12345678901234567890.12345678901234567891");
        assertThat(order.filledQuantity()).hasToString("0.00000000000000000001");
        assertThat(order.filledAmount()).hasToString("99999999999999999999.5");
        assertThat(order.averagePrice()).hasToString("100");
        assertThat(order.timeline().writtenAt())
                .isEqualTo(Timelines.unanswered(T0).writtenAt());
        assertThat(order.detectionToSubmittedMicros()).isEqualTo(1500);
        assertThat(order.openingToWrittenMicros()).isEqualTo(700);
        assertThat(order.writtenToAnsweredMicros()).isNull();
    }

    private OrderUnresolved unresolved(int number, Instant at) {
        return new OrderUnresolved(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                fixture.listing(number),
                fixture.pair,
                fixture.order(number),
                Ambiguity.TIMEOUT,
                "no answer in 1 s",
                null);
    }

    private OrderResolved resolved(int number, Resolution resolution) {
        return new OrderResolved(
                LedgerFixture.meta(T0.plusSeconds(3)),
                fixture.environment,
                fixture.run,
                fixture.listing(number),
                fixture.pair,
                fixture.order(number),
                resolution,
                "order query");
    }

    private OrderItem order(int number) {
        return queries.find(ApiList.ORDERS, fixture.order(number).value())
                .await()
                .atMost(Duration.ofSeconds(5))
                .orElseThrow();
    }
}

package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.query.AlertItem;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.PageRequest;
import io.firstfill.service.alert.AlertBoard;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alert is one row from raising to clearing, however often its service states that it holds. */
@QuarkusTest
@KafkaAndPostgres
class AlertProjectionTest {
    private static final Instant T0 = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();
    private final AlertBoard board = new AlertBoard(fixture.environment);

    @Inject
    LedgerQueries queries;

    @Test
    void aRestatementIsNoFurtherAlertAndLeavesTheTimeOfTheFirstRaise() {
        fixture.record(raise(T0));

        for (int day = 1; day <= 9; day++) {
            board.restate(T0.plus(Duration.ofDays(day))).forEach(fixture::record);
        }

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo("OPEN");
            assertThat(alert.raisedAt()).isEqualTo(T0);
            assertThat(alert.times()).isEqualTo(1);
            assertThat(alert.lastRaisedAt()).isEqualTo(T0.plus(Duration.ofDays(9)));
        });
    }

    @Test
    void aRestatementThatIsReadAfterALaterClearingOpensNothing() {
        AlertBoard other = new AlertBoard(fixture.environment);
        AlertEvent first = raise(T0);
        other.inherit(first);
        List<AlertEvent> restated = board.restate(T0.plus(Duration.ofDays(1)));
        fixture.record(
                first,
                other.clearRaised(
                                AlertKind.PAIR_BARRED,
                                "NEWT/USDT",
                                T0.plus(Duration.ofDays(1)).plusMillis(3))
                        .orElseThrow());

        restated.forEach(fixture::record);
        assertThat(alerts()).extracting(AlertItem::status).containsExactly("CLEARED");

        // A condition that goes on is stated again, and is open again.
        board.restate(T0.plus(Duration.ofDays(2))).forEach(fixture::record);
        assertThat(alerts()).extracting(AlertItem::status).containsExactly("OPEN", "CLEARED");
    }

    @Test
    void anAlertThatIsRaisedAgainAfterARestartIsTheSameAlert() {
        AlertEvent first = raise(T0);
        AlertBoard next = new AlertBoard(fixture.environment);
        next.inherit(first);
        AlertEvent again = next.raise(
                        AlertKind.PAIR_BARRED, "NEWT/USDT", Severity.CRITICAL, "certain", T0.plusSeconds(60))
                .orElseThrow();

        fixture.record(
                first,
                again,
                next.clearRaised(AlertKind.PAIR_BARRED, "NEWT/USDT", T0.plusSeconds(120))
                        .orElseThrow());

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.status()).isEqualTo("CLEARED");
            assertThat(alert.raisedAt()).isEqualTo(T0);
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        });
    }

    @Test
    void theNumbersOfACapAreThoseStatedLastAndOtherAlertsHaveNone() {
        CapNumbers until = new CapNumbers(Cap.TRADES_PER_HOUR, CapLevel.RUN, "10", "10", T0.plusSeconds(60));
        CapNumbers last = new CapNumbers(Cap.TRADES_PER_HOUR, CapLevel.ENVIRONMENT, "12.50", "10", null);

        fixture.record(reached("first", until));
        assertThat(alerts()).extracting(AlertItem::cap).containsExactly(until);

        fixture.record(reached("second", last), raise(T0.plusSeconds(1)));
        assertThat(alerts())
                .extracting(AlertItem::kind, AlertItem::cap)
                .containsExactlyInAnyOrder(tuple(AlertKind.CAP_REACHED, last), tuple(AlertKind.PAIR_BARRED, null));
    }

    private AlertEvent reached(String id, CapNumbers numbers) {
        return new AlertRaised(
                Meta.first(MessageId.derivedFrom("AlertProjectionTest", fixture.environment, id), T0),
                fixture.environment,
                AlertKind.CAP_REACHED,
                numbers.cap().name(),
                Severity.WARNING,
                "No new buys",
                null,
                null,
                numbers);
    }

    private AlertEvent raise(Instant at) {
        return board.raise(AlertKind.PAIR_BARRED, "NEWT/USDT", Severity.WARNING, "perhaps", at)
                .orElseThrow();
    }

    private List<AlertItem> alerts() {
        return queries.list(
                        ApiList.ALERTS, new PageRequest(fixture.environment, null, null, null, null, null, 10, null))
                .await()
                .atMost(Duration.ofSeconds(5))
                .items();
    }
}

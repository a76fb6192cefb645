package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An alert that an earlier trader left open stays while it holds, and is cleared when it is over. */
class InheritedAlertsTest {
    private final EngineFixture fixture = new EngineFixture();
    private final AlertBoard earlier = new AlertBoard(Messages.PAPER);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anAcceptedOrderClearsThatTheAccountWasRefusedBeforeTheRestart() {
        fixture.past(left(AlertKind.ACCOUNT_REFUSED, "account"))
                .past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();

        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));

        fixture.awaitCleared(AlertKind.ACCOUNT_REFUSED);
    }

    @Test
    void theTraderThatHoldsTheLeaseClearsThatATraderThatIsGoneHadLostIt() {
        fixture.past(left(AlertKind.LEASE_LOST, "trader-7"))
                .past(Messages.trading())
                .open();

        fixture.await(
                () -> fixture.published(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.subject().equals("trader-7")),
                "cleared");
    }

    @Test
    void anOrderThatAPersonMustSettleIsStatedEveryDay() {
        AlertEvent left = left(AlertKind.UNRESOLVED_ORDER, "order-1");
        fixture.past(left).past(Messages.trading()).open();

        fixture.time.advanceTo(fixture.now().plus(Duration.ofHours(25)));

        assertThat(fixture.published(AlertRaised.class))
                .filteredOn(raised -> raised.subject().equals("order-1"))
                .singleElement()
                .satisfies(raised -> assertThat(raised.meta().causationId())
                        .isEqualTo(left.meta().id()));
    }

    @Test
    void theUnknownStatusOfAnOrderIsTakenOverAndThatOfAFeedIsNot() {
        fixture.past(left(AlertKind.UNKNOWN_STATUS, Messages.ORDER.value()), left(AlertKind.UNKNOWN_STATUS, "calendar"))
                .past(Messages.trading())
                .open();

        fixture.time.advanceTo(fixture.now().plus(Duration.ofHours(25)));

        assertThat(fixture.published(AlertRaised.class))
                .filteredOn(raised -> raised.kind() == AlertKind.UNKNOWN_STATUS)
                .extracting(AlertRaised::subject)
                .containsExactly(Messages.ORDER.value());
    }

    @Test
    void anAlertThatAnotherTraderClearedIsNotStatedAgain() {
        fixture.past(left(AlertKind.UNRESOLVED_ORDER, "order-1"))
                .past(Messages.trading())
                .open();
        fixture.receive(earlier.clearRaised(AlertKind.UNRESOLVED_ORDER, "order-1", fixture.now())
                .orElseThrow());

        fixture.time.advanceTo(fixture.now().plus(Duration.ofHours(25)));

        assertThat(fixture.published(AlertRaised.class))
                .noneMatch(raised -> raised.subject().equals("order-1"));
    }

    private AlertEvent left(AlertKind kind, String subject) {
        return earlier.raise(kind, subject, Severity.CRITICAL, "made up", fixture.now())
                .orElseThrow();
    }
}

package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert that an earlier trader left open stays while it holds, and is cleared when it is over. */
class InheritedAlertsTest {
    private static final RecordPlace GONE = RecordPlace.of("orders.v1-0@11");

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

    /** Below contract level 2 the alert is on its topic under another kind. */
    @ParameterizedTest
    @EnumSource(names = {"RECORD_QUARANTINED", "CHANNEL_STOPPED"})
    void aQuarantinedRecordThatTheReplayDoesNotMeetAnyMoreIsOver(AlertKind kind) {
        fixture.past(left(kind, "trader " + GONE)).past(Messages.trading()).open();

        assertThat(cleared(kind)).containsExactly("trader " + GONE);
        fixture.time.advanceTo(fixture.now().plus(Duration.ofHours(25)));
        assertThat(fixture.published(AlertRaised.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD_QUARANTINED", "CHANNEL_STOPPED"})
    void aQuarantinedRecordThatTheReplayMeetsHoldsUntilItIsAcknowledged(AlertKind kind) {
        fixture.past(left(kind, "trader " + GONE)).past(Messages.trading());
        fixture.unprocessable(GONE);
        fixture.open();
        assertThat(cleared(kind)).isEmpty();

        fixture.receive(OperatorMessages.acknowledge(GONE));

        assertThat(cleared(kind)).containsExactly("trader " + GONE);
        assertThat(cleared(AlertKind.RECORD_QUARANTINED)).containsExactly("trader " + GONE);
    }

    @Test
    void aRecordOfAnotherServiceIsNotOurs() {
        fixture.past(left(AlertKind.RECORD_QUARANTINED, "risk " + GONE), left(AlertKind.CHANNEL_STOPPED, "inbox"))
                .past(Messages.trading())
                .open();

        assertThat(fixture.published(AlertCleared.class))
                .extracting(AlertCleared::subject)
                .doesNotContain("risk " + GONE, "inbox");
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

    private List<String> cleared(AlertKind kind) {
        return fixture.published(AlertCleared.class).stream()
                .filter(cleared -> cleared.kind() == kind && !cleared.subject().equals("trader recovery"))
                .map(AlertCleared::subject)
                .toList();
    }

    private AlertEvent left(AlertKind kind, String subject) {
        return earlier.raise(kind, subject, Severity.CRITICAL, "made up", fixture.now())
                .orElseThrow();
    }
}

package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that no buy leaves while a record waits for an acknowledgement, and that everything else goes on. */
class QuarantineTest {
    private static final RecordPlace PLACE = RecordPlace.of("commands.v1-0@7");
    private static final RecordPlace OTHER = RecordPlace.of("orders.v1-0@11");

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<Message> acknowledgements() {
        return Stream.of(OperatorMessages.acknowledge(PLACE), OperatorMessages.acknowledged(PLACE));
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void aSignalWaitsUntilTheRecordIsAcknowledged(Message acknowledgement) {
        open();
        fixture.unprocessable(PLACE);
        fixture.receive(surprise());
        fixture.time.advance(Duration.ofMillis(200));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(raised()).containsExactly("trader " + PLACE);

        fixture.receive(acknowledgement);

        fixture.awaitOne(OrderAccepted.class);
        assertThat(cleared()).containsExactly("trader " + PLACE);
    }

    @Test
    void aSignalThatCannotWaitIsDeniedWithTheRecordAsTheReason() {
        open();
        fixture.unprocessable(PLACE);

        fixture.receive(surprise());

        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.TRADING_STATE);
        assertThat(denied.detail()).isEqualTo("quarantined=" + PLACE);
    }

    @Test
    void anArmedBuyIsTakenBack() {
        open();
        Instant opening = fixture.now().plusMillis(700);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));
        fixture.awaitOne(OrderArmed.class);

        fixture.unprocessable(PLACE);

        fixture.awaitOne(PermitReturned.class);
        fixture.time.advance(Duration.ofSeconds(10));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void anOrderInFlightIsFollowedToItsEndAndAStopIsAnswered() {
        open();
        fixture.receive(surprise());
        fixture.awaitOne(OrderAccepted.class);

        fixture.unprocessable(PLACE);
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.receive(Messages.stop());

        fixture.awaitOne(OrderFilled.class);
        fixture.awaitOne(RunStopped.class);
    }

    @Test
    void everyRecordNeedsItsOwnAcknowledgement() {
        open();
        fixture.unprocessable(PLACE);
        fixture.unprocessable(OTHER);
        fixture.receive(OperatorMessages.acknowledge(PLACE), surprise());
        fixture.time.advance(Duration.ofMillis(200));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(raised()).containsExactlyInAnyOrder("trader " + PLACE, "trader " + OTHER);

        fixture.receive(OperatorMessages.acknowledge(OTHER));

        fixture.awaitOne(OrderAccepted.class);
    }

    @Test
    void anAcknowledgementNeverChangesTheTradingState() {
        open();
        fixture.unprocessable(PLACE);
        fixture.receive(OperatorMessages.command(TradingState.HALTED));

        fixture.receive(OperatorMessages.acknowledge(PLACE), surprise());

        assertThat(fixture.awaitOne(OrderDenied.class).detail()).isEqualTo("state=HALTED");
    }

    @Test
    void aRecordOfThePastHoldsAfterARestartUntilItIsAcknowledged() {
        fixture.unprocessable(PLACE);
        open();
        assertThat(raised()).containsExactly("trader " + PLACE);
        fixture.receive(surprise());
        fixture.time.advance(Duration.ofMillis(200));
        assertThat(fixture.exchange.placed).isEmpty();

        fixture.receive(OperatorMessages.acknowledged(PLACE));

        fixture.awaitOne(OrderAccepted.class);
    }

    @Test
    void aRecordOfThePastTakesNothingBackThatMayHaveBeenSent() {
        Instant opening = fixture.now().minusSeconds(2);
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                Messages.armed(opening));
        fixture.unprocessable(PLACE);

        fixture.open();

        fixture.awaitOne(OrderFilled.class);
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void anAcknowledgementHoldsForEveryReplayInAnyOrder(Message acknowledgement) {
        fixture.past(acknowledgement);
        fixture.unprocessable(PLACE);
        open();
        fixture.unprocessable(PLACE);

        fixture.receive(surprise());

        fixture.awaitOne(OrderAccepted.class);
        assertThat(raised()).isEmpty();
        assertThat(cleared()).as("an earlier process may have raised it").containsExactly("trader " + PLACE);
    }

    /** The loop survives, and the record is one that could not be processed. */
    @Test
    void aMessageWhoseHandlingFailsHaltsTheEnvironment() {
        open();
        fixture.exchange.bug = true;
        fixture.receive(
                PLACE,
                new AlertRaised(
                        Messages.meta(fixture.now()),
                        Messages.PAPER,
                        AlertKind.THROTTLED,
                        "scanner/api",
                        Severity.CRITICAL,
                        "test",
                        null,
                        fixture.now().plusSeconds(1)));
        fixture.exchange.bug = false;
        fixture.receive(surprise());
        fixture.time.advance(Duration.ofMillis(200));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(raised()).contains("trader " + PLACE);

        fixture.receive(OperatorMessages.acknowledge(PLACE));

        fixture.awaitOne(OrderAccepted.class);
    }

    private void open() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
    }

    private Message surprise() {
        return Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(30));
    }

    private List<String> raised() {
        return fixture.published(AlertRaised.class).stream()
                .filter(alert -> alert.kind() == AlertKind.RECORD_QUARANTINED)
                .map(AlertRaised::subject)
                .toList();
    }

    private List<String> cleared() {
        return fixture.published(AlertCleared.class).stream()
                .filter(alert -> alert.kind() == AlertKind.RECORD_QUARANTINED)
                .map(AlertCleared::subject)
                .toList();
    }
}

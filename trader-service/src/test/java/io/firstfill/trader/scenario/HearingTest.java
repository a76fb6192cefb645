package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.OrderQueryResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that a restarted trader obeys what tightens while it recovers, that nothing leaves before the past has been
 * looked up and the present been read, and that a halt needs no risk-service.
 */
class HearingTest {
    private static final PermitId SECOND = PermitId.derivedFrom("second permit");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingIsSentBeforeTheOrdersOfThePastHaveBeenLookedUp() {
        CompletableFuture<OrderQueryResult> answer = new CompletableFuture<>();
        fixture.exchange.pendingLookUp = Uni.createFrom().completionStage(answer);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.granted(SECOND),
                Messages.submitted(fixture.now().minusSeconds(1)));
        fixture.beginOpening();

        fixture.receive(otherSurprise());
        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(fixture.exchange.placed).isEmpty();

        answer.complete(FakeExchange.FILLED);
        fixture.await(() -> !fixture.exchange.placed.isEmpty(), "sent after the look-up");
    }

    @Test
    void nothingIsSentBeforeTheRecordsOfThePresentHaveBeenReadEvenAfterTheLimit() {
        fixture.caughtUp = new CompletableFuture<>();
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT));
        fixture.beginOpening();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(60)));

        fixture.time.advance(LIMIT.multipliedBy(2));
        assertThat(fixture.exchange.placed).isEmpty();

        fixture.caughtUp.complete(null);
        fixture.awaitOne(OrderAccepted.class);
    }

    @Test
    void aRecoveryThatDoesNotEndHoldsOrdersUpNoLongerThanItsLimit() {
        fixture.exchange.pendingLookUp = Uni.createFrom().completionStage(new CompletableFuture<>());
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(SECOND),
                Messages.submitted(fixture.now().minusSeconds(1)));
        fixture.beginOpening();
        fixture.receive(otherSurprise());

        fixture.time.advance(LIMIT.plusMillis(200));

        assertThat(fixture.exchange.placed).hasSize(1);
    }

    static Stream<Arguments> tightening() {
        return Stream.of(
                arguments("stop", Messages.stop()),
                arguments("halt", OperatorMessages.command(TradingState.HALTED)),
                arguments("reducing", OperatorMessages.command(TradingState.REDUCING)),
                arguments("revocation", Messages.revoked(Messages.PERMIT)),
                arguments("withdrawal", Messages.withdrawn()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tightening")
    void whatTightensWhileThePastIsRecoveredHoldsBeforeTheFirstOrderLeaves(String name, Message message) {
        fixture.caughtUp = new CompletableFuture<>();
        Instant opening = fixture.now().plusSeconds(2);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(8)),
                Messages.armed(opening));
        fixture.beginOpening();
        fixture.time.advanceTo(opening.plusSeconds(1));
        assertThat(fixture.exchange.placed).as("armed before the restart").isEmpty();

        fixture.receive(message);

        assertThat(fixture.awaitOne(PermitReturned.class).permitId()).isEqualTo(Messages.PERMIT);
        fixture.caughtUp.complete(null);
        fixture.time.advance(Duration.ofSeconds(20));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void anArmedBuyOfThePastWhoseOpeningPassesDuringTheRecoveryIsSentAfterIt() {
        fixture.caughtUp = new CompletableFuture<>();
        Instant opening = fixture.now().plusSeconds(2);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(8)),
                Messages.armed(opening));
        fixture.beginOpening();
        fixture.time.advanceTo(opening.plusSeconds(1));

        fixture.caughtUp.complete(null);

        fixture.awaitOne(OrderSubmitted.class);
        assertThat(fixture.exchange.placed).containsExactly(Messages.ORDER);
    }

    @Test
    void aStopIsAnsweredWhileTheCredentialIsNotKnownYet() {
        fixture.verdict = Uni.createFrom().completionStage(new CompletableFuture<KeyCheck>());
        fixture.past(Messages.trading(), Messages.started());
        fixture.beginOpening();

        fixture.receive(Messages.stop());

        assertThat(fixture.published(RunStopped.class)).hasSize(1);
    }

    @Test
    void aPastThatCannotBeTakenUpLetsNothingLeaveAndTakesNothingBack() {
        fixture.exchange.clockBug = true;
        Instant opening = fixture.now().plusSeconds(5);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.granted(SECOND),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(8)),
                Messages.armed(opening));
        fixture.beginOpening();
        fixture.exchange.clockBug = false;

        fixture.receive(otherSurprise());
        fixture.time.advance(Duration.ofSeconds(20));
        fixture.receive(Messages.stop());

        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(AlertKind.CHANNEL_STOPPED);
    }

    @ParameterizedTest
    @MethodSource("tightened")
    void aTighteningCommandTakesAnArmedBuyBackWithRiskServiceDead(TradingState state) {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        Instant opening = fixture.now().plusMillis(700);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));
        fixture.awaitOne(OrderArmed.class);

        fixture.receive(OperatorMessages.command(state));

        fixture.time.advance(Duration.ofSeconds(10));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    static Stream<TradingState> tightened() {
        return Stream.of(TradingState.HALTED, TradingState.REDUCING);
    }

    @Test
    void aHaltOfThePastHoldsAfterARestartUntilALaterCommandIsAnswered() {
        SetTradingState active = OperatorMessages.command(TradingState.ACTIVE);
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(Messages.PERMIT),
                        OperatorMessages.command(TradingState.HALTED))
                .open();
        fixture.receive(
                Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)), Messages.trading(), active);
        assertThat(fixture.exchange.placed).isEmpty();

        fixture.receive(OperatorMessages.answer(active));

        fixture.awaitOne(OrderSubmitted.class);
        assertThat(fixture.exchange.placed).isEqualTo(List.of(Messages.ORDER));
    }

    /** A surprise of another pair than that of the order of the past. */
    private Message otherSurprise() {
        return Messages.signal(
                Messages.OTHER_LISTING,
                Pair.of("OTHER/USDT"),
                null,
                fixture.now().plusSeconds(60));
    }
}

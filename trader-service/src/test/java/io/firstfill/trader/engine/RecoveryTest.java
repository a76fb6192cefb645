package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves what a restarted trader does about the signals and orders it replays. */
class RecoveryTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSignalAnsweredBeforeTheReplayedOrdersIsNotDeniedAgain() {
        Instant longAgo = fixture.now().minus(Duration.ofDays(3));
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.signal(Messages.LISTING, longAgo, longAgo.plusSeconds(10)));

        fixture.open();

        fixture.time.runDue();
        assertThat(fixture.published(OrderDenied.class)).isEmpty();
    }

    @Test
    void aMessageReceivedBeforeRecoveryWaitsForTheOrdersOfThePast() {
        Instant opening = fixture.now().minusSeconds(1);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                Messages.armed(opening));

        fixture.receive(Messages.withdrawn());

        assertThat(fixture.published).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void anArmedBuyIsDisarmedOnRecoveryWhenItsReasonNoLongerHolds(String name, Class<? extends Message> answer) {
        Instant opening = fixture.now().plusMillis(1_600);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                Messages.armed(opening),
                switch (name) {
                    case "withdrawn" -> Messages.withdrawn();
                    case "rescheduled" -> Messages.rescheduled(opening, opening.plusSeconds(60));
                    case "stopped and answered" -> new RunStopped(Messages.meta(opening), Messages.PAPER, Messages.RUN);
                    default -> Messages.revoked(Messages.PERMIT);
                });

        fixture.open();

        fixture.time.advanceTo(opening.plusMillis(200));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.published(answer)).hasSize(1);
        assertThat(fixture.published(PermitReturned.class))
                .singleElement()
                .satisfies(returned -> assertThat(returned.permitId()).isEqualTo(Messages.PERMIT));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                arguments("withdrawn", OrderDenied.class),
                arguments("rescheduled", PermitReturned.class),
                arguments("stopped and answered", OrderDenied.class),
                arguments("revoked", PermitReturned.class));
    }

    @Test
    void anArmedBuyThatWasCappedIsArmedAnewWithAPrice() {
        Instant opening = fixture.now().plusSeconds(5);
        fixture.past(
                Messages.trading(),
                Messages.started(OrderStyle.MARKET_THEN_IOC, "0.6"),
                Messages.granted(PermitId.derivedFrom("second permit")),
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                Messages.armed(opening));

        fixture.open();

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("83.33"), Price.of("0.6")));
        assertThat(fixture.exchange.placed).containsExactly(Messages.ORDER);
    }

    @Test
    void anArmedSecondAttemptWhoseFirstOneIsNotKnownAnyMoreIsDeniedAndBuysNothing() {
        Instant opening = fixture.now().plusSeconds(5);
        PermitId second = PermitId.derivedFrom("second permit");
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.granted(second),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                Messages.armed(opening, ClientOrderId.derivedFrom(Messages.RUN, Messages.LISTING, "b", 2), second));

        fixture.open();

        fixture.time.advanceTo(opening.plusSeconds(20));
        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.SIGNAL_EXPIRED);
        assertThat(fixture.awaitOne(PermitReturned.class).permitId()).isEqualTo(second);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void anArmedBuyWhoseReasonsStillHoldFiresAfterARestart() {
        Instant opening = fixture.now().plusMillis(1_600);
        fixture.past(
                Messages.trading(),
                Messages.started(),
                Messages.granted(Messages.PERMIT),
                Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                Messages.armed(opening));

        fixture.open();

        fixture.awaitOne(OrderSubmitted.class);
        assertThat(fixture.exchange.placed).containsExactly(Messages.ORDER);
    }
}

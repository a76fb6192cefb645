package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.id.RunId;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.BuyState.Ended;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.BuyState.Unresolved;
import io.firstfill.trader.order.PlaceAnswer.Acknowledged;
import io.firstfill.trader.order.PlaceAnswer.Doubtful;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a buy, and what it tells: a permit comes back exactly where nothing exists at the exchange. */
class BuyStateTest {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Buy BUY = buy();
    private static final ExchangeOrderId ID = ExchangeOrderId.of("C02__1");
    private static final Refused NOT_OPEN = new Refused(400, 30001, "not allowed", new Reaction.Probe());
    private static final Submitted SUBMITTED = new Submitted(BUY, 0, null);
    private static final Accepted ACCEPTED = new Accepted(BUY, ID, 0, Quantity.ZERO);
    private static final Unresolved UNRESOLVED = new Unresolved(BUY, 0, BUY.lastValidity());

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void eachTransitionLeadsToItsStateAndTellsItsFacts(String name, Step step, Class<?> next, String facts) {
        assertThat(step.next()).isInstanceOf(next);
        assertThat(step.events().stream().map(Message::type)).containsExactly(facts.split(" "));
    }

    static Stream<Arguments> transitions() {
        Armed armed = new Armed(BUY, NOW);
        Acknowledged taken = new Acknowledged(ID, NOW, new Travel(NOW, NOW));
        Doubtful timeout = new Doubtful(Ambiguity.TIMEOUT, "no answer");
        return Stream.of(
                arguments("arm", BuyState.arm(BUY, NOW, NOW), Armed.class, "OrderArmed"),
                arguments("fired", armed.fired(NOW), Submitted.class, "OrderSubmitted"),
                arguments(
                        "armed, stopped",
                        armed.denied(DenialReason.RUN_NOT_ACTIVE, "", ReturnReason.RUN_STOPPED, NOW),
                        Ended.class,
                        "OrderDenied PermitReturned"),
                arguments("disarmed", armed.disarmed(ReturnReason.REVOKED, NOW), Ended.class, "PermitReturned"),
                arguments("armed before a restart", armed.restarted(NOW), Unresolved.class, "OrderUnresolved"),
                arguments("acknowledged", SUBMITTED.acknowledged(taken, NOW), Accepted.class, "OrderAccepted"),
                arguments(
                        "refused",
                        SUBMITTED.refused(NOT_OPEN, Rejection.NOT_OPEN, ReturnReason.NOT_BOUGHT, NOW),
                        Ended.class,
                        "OrderRejected PermitReturned"),
                arguments("doubtful", SUBMITTED.doubtful(timeout, NOW, NOW), Unresolved.class, "OrderUnresolved"),
                arguments("restarted", SUBMITTED.restarted(NOW), Unresolved.class, "OrderUnresolved"),
                arguments(
                        "filled",
                        ACCEPTED.observed(seen(Status.FILLED, "100", "50"), Held.NOTHING, NOW),
                        Ended.class,
                        "OrderFilled PositionOpened"),
                arguments(
                        "partly filled",
                        ACCEPTED.observed(seen(Status.OPEN, "40", "20"), Held.NOTHING, NOW),
                        Accepted.class,
                        "OrderPartiallyFilled"),
                arguments(
                        "canceled with a part",
                        ACCEPTED.observed(seen(Status.CANCELED, "40", "20"), Held.NOTHING, NOW),
                        Ended.class,
                        "OrderCanceled PositionOpened"),
                arguments(
                        "accepted then canceled",
                        ACCEPTED.observed(seen(Status.CANCELED, "0", "0"), Held.NOTHING, NOW),
                        Ended.class,
                        "OrderCanceled PermitReturned"),
                arguments(
                        "found filled",
                        UNRESOLVED.found(seen(Status.FILLED, "100", "50"), Held.NOTHING, NOW),
                        Ended.class,
                        "OrderResolved OrderAccepted OrderFilled PositionOpened"),
                arguments("absent", UNRESOLVED.absent("", NOW), Ended.class, "OrderResolved PermitReturned"),
                arguments(
                        "accepted, never seen again",
                        ACCEPTED.handedOver("", NOW),
                        Ended.class,
                        "OrderUnresolved OrderResolved"),
                arguments("handed over", UNRESOLVED.handedOver("", NOW), Ended.class, "OrderResolved"));
    }

    @Test
    void nothingIsToldTwiceOfAnUnchangedOpenOrder() {
        Step first = ACCEPTED.observed(seen(Status.OPEN, "40", "20"), Held.NOTHING, NOW);

        Step second = ((Accepted) first.next()).observed(seen(Status.OPEN, "40", "20"), Held.NOTHING, NOW);

        assertThat(second.events()).isEmpty();
    }

    @Test
    void aFillWithoutAmountIsAskedForAgain() {
        Step step = ACCEPTED.observed(seen(Status.FILLED, "0", "0"), Held.NOTHING, NOW);

        assertThat(step.next()).isEqualTo(ACCEPTED);
        assertThat(step.events()).isEmpty();
    }

    @Test
    void aFactLearnedTwiceHasOneId() {
        Step once = UNRESOLVED.found(seen(Status.FILLED, "100", "50"), Held.NOTHING, NOW);
        Step again = UNRESOLVED.found(seen(Status.FILLED, "100", "50"), Held.NOTHING, NOW.plusSeconds(9));

        assertThat(again.events().stream().map(event -> event.meta().id()))
                .containsExactlyElementsOf(
                        once.events().stream().map(event -> event.meta().id()).toList());
    }

    @Test
    void whatIsSubmittedNamesTheLastMomentAnyOfItsRequestsCouldBeTaken() {
        OrderSubmitted submitted =
                (OrderSubmitted) BuyState.submit(BUY, NOW).events().getFirst();

        assertThat(submitted.validUntil()).isEqualTo(BUY.deadline().plus(BUY.recvWindow()));
    }

    @Test
    void anAveragePriceFitsTheWire() {
        assertThat(seen(Status.FILLED, "3", "1").averagePrice()).get().hasToString("0.333333333333333333");
    }

    private static OrderSnapshot seen(Status status, String filled, String spent) {
        return new OrderSnapshot(ID, status, Quantity.of(filled), Amount.of(spent));
    }

    private static Buy buy() {
        RunId run = RunId.derivedFrom("run");
        ListingId listing = ListingId.derivedFrom("listing");
        return new Buy(
                EnvironmentId.of("paper"),
                run,
                listing,
                Pair.of("NEWT/USDT"),
                ClientOrderId.derivedFrom(run, listing, "b", 1),
                1,
                PermitId.derivedFrom("permit"),
                Amount.of("50"),
                new Terms.Market(Amount.of("50")),
                NOW.plusSeconds(10),
                Duration.ofSeconds(1),
                Meta.first(MessageId.derivedFrom("signal"), NOW),
                Times.unknown(NOW));
    }
}

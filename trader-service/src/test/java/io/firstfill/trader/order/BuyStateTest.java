package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.BuyState.Ended;
import io.firstfill.trader.order.BuyState.HandedOver;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.BuyState.Unresolved;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer.Acknowledged;
import io.firstfill.trader.order.PlaceAnswer.Doubtful;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves which state the events of every decision about a buy lead to, and which events they imply: a permit is
 * returned exactly where no order exists.
 */
class BuyStateTest {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Buy BUY = buy();
    private static final ExchangeOrderId ID = ExchangeOrderId.of("C02__1");
    private static final Refused NOT_OPEN = new Refused(400, 30001, "not allowed", new Reaction.Probe());
    private static final Submitted SUBMITTED = Submitted.first(BUY);
    private static final Accepted ACCEPTED = new Accepted(BUY, ID, 0, Quantity.ZERO);
    private static final Unresolved UNRESOLVED = new Unresolved(BUY, 0, BUY.lastValidity());

    private static final Armed ARMED = new Armed(BUY, NOW);

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void everyDecisionLeadsToItsStateAndImpliesItsEvents(
            String name, BuyState from, List<OrderEvent> events, Class<?> next, String types) {
        assertThat(after(from, events)).isInstanceOf(next);
        assertThat(withImplied(events).map(Message::type)).containsExactly(types.split(" "));
    }

    static Stream<Arguments> decisions() {
        Acknowledged taken = new Acknowledged(ID, NOW, new Travel(NOW, NOW));
        Doubtful timeout = new Doubtful(Ambiguity.TIMEOUT, "no answer");
        return Stream.of(
                arguments("arm", ARMED, BuyState.arm(BUY, NOW, NOW), Armed.class, "OrderArmed"),
                arguments("fired", ARMED, ARMED.fired(NOW), Submitted.class, "OrderSubmitted"),
                arguments(
                        "armed, stopped",
                        ARMED,
                        ARMED.denied(DenialReason.RUN_NOT_ACTIVE, "", NOW),
                        Ended.class,
                        "OrderDenied PermitReturned"),
                arguments("armed before a restart", ARMED, ARMED.restarted(NOW), Unresolved.class, "OrderUnresolved"),
                arguments(
                        "acknowledged", SUBMITTED, SUBMITTED.acknowledged(taken, NOW), Accepted.class, "OrderAccepted"),
                arguments(
                        "refused",
                        SUBMITTED,
                        SUBMITTED.refused(NOT_OPEN, Rejection.NOT_OPEN, NOW),
                        Ended.class,
                        "OrderRejected PermitReturned"),
                arguments(
                        "denied while submitting",
                        SUBMITTED,
                        SUBMITTED.denied(DenialReason.NOT_SENT, "", NOW),
                        Ended.class,
                        "OrderDenied PermitReturned"),
                arguments("doubtful", SUBMITTED, SUBMITTED.doubtful(timeout, NOW), Unresolved.class, "OrderUnresolved"),
                arguments("restarted", SUBMITTED, SUBMITTED.restarted(NOW), Unresolved.class, "OrderUnresolved"),
                arguments(
                        "filled",
                        ACCEPTED,
                        ACCEPTED.observed(seen(Status.FILLED, "100", "50"), NOW),
                        Ended.class,
                        "OrderFilled PositionOpened"),
                arguments(
                        "partly filled",
                        ACCEPTED,
                        ACCEPTED.observed(seen(Status.OPEN, "40", "20"), NOW),
                        Accepted.class,
                        "OrderPartiallyFilled"),
                arguments(
                        "canceled with a part",
                        ACCEPTED,
                        ACCEPTED.observed(seen(Status.CANCELED, "40", "20"), NOW),
                        Ended.class,
                        "OrderCanceled PositionOpened"),
                arguments(
                        "accepted then canceled",
                        ACCEPTED,
                        ACCEPTED.observed(seen(Status.CANCELED, "0", "0"), NOW),
                        Ended.class,
                        "OrderCanceled PermitReturned"),
                arguments(
                        "found filled",
                        UNRESOLVED,
                        UNRESOLVED.found(seen(Status.FILLED, "100", "50"), NOW),
                        Ended.class,
                        "OrderResolved OrderAccepted OrderFilled PositionOpened"),
                arguments(
                        "absent", UNRESOLVED, UNRESOLVED.absent("", NOW), Ended.class, "OrderResolved PermitReturned"),
                arguments(
                        "accepted, never seen again",
                        ACCEPTED,
                        ACCEPTED.handedOver("", NOW),
                        HandedOver.class,
                        "OrderUnresolved OrderResolved"),
                arguments(
                        "handed over", UNRESOLVED, UNRESOLVED.handedOver("", NOW), HandedOver.class, "OrderResolved"));
    }

    @Test
    void aDisarmedBuyReturnsItsPermitAndEndsNoOrder() {
        assertThat(ARMED.disarmed(ReturnReason.REVOKED, NOW)).singleElement().isInstanceOf(PermitReturned.class);
    }

    @Test
    void anUnchangedOpenOrderPublishesNothing() {
        List<OrderEvent> first = ACCEPTED.observed(seen(Status.OPEN, "40", "20"), NOW);

        Accepted later = (Accepted) after(ACCEPTED, first);

        assertThat(later.observed(seen(Status.OPEN, "40", "20"), NOW)).isEmpty();
    }

    /** The order is looked up again until the exchange states the amount. */
    @Test
    void aFillWithoutAmountPublishesNothing() {
        assertThat(ACCEPTED.observed(seen(Status.FILLED, "0", "0"), NOW)).isEmpty();
    }

    @Test
    void anEventDecidedTwiceHasOneId() {
        List<OrderEvent> once = UNRESOLVED.found(seen(Status.FILLED, "100", "50"), NOW);
        List<OrderEvent> again = UNRESOLVED.found(seen(Status.FILLED, "100", "50"), NOW.plusSeconds(9));

        assertThat(withImplied(again).map(event -> event.meta().id()))
                .containsExactlyElementsOf(
                        withImplied(once).map(event -> event.meta().id()).toList());
    }

    @Test
    void aSubmittedOrderStatesUntilWhenTheExchangeCanTakeItsRequests() {
        OrderSubmitted submitted = (OrderSubmitted) BuyState.submit(BUY, NOW);

        assertThat(submitted.validUntil()).isEqualTo(BUY.deadline().plus(BUY.recvWindow()));
    }

    @Test
    void anAveragePriceIsRoundedToTheDecimalsOfTheWire() {
        assertThat(seen(Status.FILLED, "3", "1").averagePrice()).get().hasToString("0.333333333333333333");
    }

    private static BuyState after(BuyState from, List<OrderEvent> events) {
        BuyState state = from;
        for (OrderEvent event : events) {
            state = state.after((OrderStep) event);
        }
        return state;
    }

    private static Stream<OrderEvent> withImplied(List<OrderEvent> events) {
        return events.stream()
                .flatMap(event -> Stream.concat(
                        Stream.of(event),
                        ImpliedEvents.of((OrderStep) event, Optional.of(BUY.permitId()), Held.NOTHING, false)
                                .stream()));
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

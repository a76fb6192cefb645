package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves that an order in doubt is handed to a person after the resolve limit whatever is seen of it, and is looked up
 * all the same.
 */
class OrderInDoubtTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.reconcile.resolve-limit", LIMIT.toString()));

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"OPEN", "UNKNOWN"})
    void anOrderShownOpenForEverIsHandedOverAndSettledByALaterLookUp(Status shown) {
        fixture.exchange.lookUp = found(shown, "0", "0");
        buy();

        fixture.time.advance(LIMIT.plusSeconds(2));

        assertThat(resolutions()).containsExactly(Resolution.OPERATOR);
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(AlertKind.UNRESOLVED_ORDER);
        assertThat(fixture.published(PermitReturned.class)).isEmpty();

        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.awaitCleared(AlertKind.UNRESOLVED_ORDER);
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        assertThat(fixture.published(PositionOpened.class)).hasSize(1);
    }

    /** An end without all its figures is none: asked again, then handed over, never published as it is. */
    @ParameterizedTest
    @CsvSource({"CANCELED, 100, 0", "CANCELED, 0, 50", "FILLED, 100, 0", "FILLED, 0, 50", "FILLED, 0, 0"})
    void anEndWithoutAllItsFiguresIsAskedForAgain(Status status, String quantity, String amount) {
        fixture.exchange.lookUp = found(status, quantity, amount);
        buy();
        fixture.time.advance(Duration.ofSeconds(5));
        assertThat(ends()).isEmpty();

        fixture.exchange.lookUp = found(status, "100", "50");
        fixture.time.advance(Duration.ofSeconds(5));

        assertThat(ends()).hasSize(1);
        assertThat(fixture.awaitOne(PositionOpened.class).cost()).isEqualTo(Amount.of("50"));
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertKind.class,
            names = {"UNKNOWN_STATUS", "UNREADABLE_ANSWER"})
    void anAnswerThatIsNotUnderstoodIsAskedForAgainUnderAnAlertUntilItIs(AlertKind kind) {
        fixture.exchange.lookUp = kind == AlertKind.UNKNOWN_STATUS
                ? found(Status.UNKNOWN, "100", "50")
                : new OrderQueryResult.Unreadable("rows=1");
        buy();
        fixture.time.advance(Duration.ofSeconds(3));
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(kind);
        assertThat(ends()).isEmpty();

        fixture.exchange.lookUp = FakeExchange.FILLED;

        fixture.awaitCleared(kind);
        assertThat(fixture.awaitOne(PositionOpened.class).cost()).isEqualTo(Amount.of("50"));
    }

    @Test
    void anEndWhoseFiguresNeverComeIsHandedOver() {
        fixture.exchange.lookUp = found(Status.CANCELED, "100", "0");
        buy();

        fixture.time.advance(LIMIT.plusSeconds(2));

        assertThat(resolutions()).containsExactly(Resolution.OPERATOR);
        assertThat(ends()).isEmpty();
    }

    @Test
    void anOrderHandedOverBeforeARestartIsLookedUpAgain() {
        Instant past = fixture.now().minusSeconds(600);
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.submitted(past),
                        Messages.unresolved(past),
                        Messages.handedOver(past))
                .open();

        assertThat(fixture.awaitOne(OrderFilled.class).filledQuantity()).isEqualTo(Quantity.of("100"));
        assertThat(fixture.awaitOne(PositionOpened.class).cost()).isEqualTo(Amount.of("50"));
        fixture.awaitCleared(AlertKind.UNRESOLVED_ORDER);
    }

    @Test
    void theFirstDoubtAndTheHandOverOfAnOrderAreTwoEvents() {
        fixture.exchange.answer = () -> Uni.createFrom().item(new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"));
        fixture.exchange.lookUp = found(Status.OPEN, "0", "0");
        buy();

        fixture.time.advance(LIMIT.plusSeconds(2));

        assertThat(fixture.published(OrderUnresolved.class)).hasSize(2);
        assertThat(fixture.published(OrderEvent.class).stream()
                        .map(event -> event.meta().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPushedFillStartsNoFurtherAttemptBeforeALookUpConfirmsIt() {
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        fixture.past(Messages.trading(), Messages.started(OrderStyle.IOC_CAPPED, "0.6"), granted(1), granted(2))
                .open();
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"),
                Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(10)));
        OrderSnapshot belowThePrice = snapshot(Status.FILLED, "83.33", "30");

        fixture.pushes().pushed(new OrderPush(Messages.ORDER, belowThePrice));
        fixture.time.advance(Duration.ofSeconds(2));

        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
        fixture.exchange.lookUp = new OrderQueryResult.Found(belowThePrice);
        fixture.await(() -> fixture.published(OrderSubmitted.class).size() == 2, "second attempt");
    }

    @Test
    void aPushedFillThatALookUpDeniesIsNotFollowedByAnotherAttempt() {
        fixture.exchange.lookUp = new OrderQueryResult.Unanswered("down", null);
        fixture.past(Messages.trading(), Messages.started(OrderStyle.IOC_CAPPED, "0.6"), granted(1), granted(2))
                .open();
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"),
                Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(60)));

        fixture.pushes().pushed(new OrderPush(Messages.ORDER, snapshot(Status.FILLED, "83.33", "30")));
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.exchange.lookUp = found(Status.FILLED, "83.33", "49");
        fixture.time.advance(LIMIT);

        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(AlertKind.ORDER_DISPUTED);
        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
    }

    private List<OrderEvent> ends() {
        return fixture.published(OrderEvent.class).stream()
                .filter(event -> event instanceof OrderFilled || event instanceof OrderCanceled)
                .toList();
    }

    private List<Resolution> resolutions() {
        return fixture.published(OrderResolved.class).stream()
                .map(OrderResolved::resolution)
                .toList();
    }

    private void buy() {
        fixture.past(Messages.trading(), Messages.started());
        IntStream.rangeClosed(1, 2).forEach(number -> fixture.past(granted(number)));
        fixture.open();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private static OrderQueryResult found(Status status, String quantity, String amount) {
        return new OrderQueryResult.Found(snapshot(status, quantity, amount));
    }

    private static OrderSnapshot snapshot(Status status, String quantity, String amount) {
        return new OrderSnapshot(FakeExchange.ORDER, status, Quantity.of(quantity), Amount.of(amount));
    }
}

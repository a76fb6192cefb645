package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Terms;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that a further attempt buys the rest an attempt has left of the amount, where the rest is large enough, and
 * that all attempts together never spend more than the amount (SC-004).
 */
class FurtherAttemptsTest {

    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", "PT0.001S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aMarketOrderFilledInPartIsFollowedByACappedOneForTheRest() {
        fixture.exchange.market = buy -> buy.attempt() == 1 ? canceled("40", "20") : filled("50", "30");

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        PositionChanged changed = fixture.awaitOne(PositionChanged.class);
        assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
        assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PositionOpened.class)).hasSize(1);
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("50"), Price.of("0.6")));
        assertThat(fixture.published(OrderSubmitted.class).stream().map(OrderSubmitted::permitId))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestOfAFewPercentIsNotBought() {
        fixture.exchange.market = buy -> filled("95", "47.5");

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        fixture.awaitOne(PositionOpened.class);
        fixture.time.runDue();
        assertThat(fixture.exchange.signed).hasSize(1);
        assertThat(fixture.published(OrderDenied.class)).isEmpty();
    }

    @Test
    void aCappedOrderIsNeverFollowedByOneAtAHigherPrice() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.exchange.market = buy -> {
            fixture.exchange.ask = Optional.of(Price.of("0.9"));
            return buy.attempt() == 1 ? canceled("10", "5") : filled("80", "40");
        };

        buy(OrderStyle.IOC_CAPPED, null);

        fixture.awaitOne(PositionChanged.class);
        assertThat(fixture.exchange.signed.stream().map(buy -> ((Terms.Capped) buy.terms()).price()))
                .containsExactly(Price.of("0.525"), Price.of("0.525"));
    }

    @Test
    void aCappedOrderAfterAnUnfilledMarketOrderUsesThePriceReadBefore() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.exchange.market = buy -> {
            fixture.exchange.ask = Optional.empty();
            return buy.attempt() == 1 ? canceled("0", "0") : filled("95", "47.5");
        };

        buy(OrderStyle.MARKET_THEN_IOC, null);

        fixture.awaitOne(PositionOpened.class);
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("95.23"), Price.of("0.525")));
    }

    @Test
    void aCappedOrderThatWaitsForThePriceLeavesWhenTheReadingAheadIsAnswered() {
        PlaceAnswer refusal = new PlaceAnswer.Refused(400, 30018, "no market order", new Reaction.SwitchStyle());
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.exchange.bookDelay = Duration.ofMillis(40);
        fixture.exchange.answer = () -> fixture.exchange.placed.size() == 1
                ? fixture.time.after(Duration.ofMillis(20)).map(done -> refusal)
                : fixture.exchange.taken();

        buy(OrderStyle.MARKET_THEN_IOC, null);

        fixture.awaitOne(OrderAccepted.class);
        List<Instant> submitted = fixture.published(OrderSubmitted.class).stream()
                .map(event -> event.meta().occurredAt())
                .toList();
        assertThat(Duration.between(submitted.getFirst(), submitted.getLast()))
                .as("the book is read 5 ms after the market order, and answers 40 ms later")
                .isEqualTo(Duration.ofMillis(45));
    }

    @Test
    void aPairWithoutMarketOrdersIsBoughtWithACappedOrderAtOnce() {
        fixture.exchange.market = buy -> filled("83.33", "49.9");
        fixture.past(Messages.trading(), Messages.started(OrderStyle.MARKET_THEN_IOC, "0.6"), granted(1))
                .open();

        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"), signal(Messages.LISTING, Messages.PAIR));

        fixture.awaitOne(PositionOpened.class);
        assertThat(fixture.exchange.signed)
                .singleElement()
                .satisfies(buy -> assertThat(buy.terms()).isInstanceOf(Terms.Capped.class));
    }

    @Test
    void aFillAfterARestartAddsToThePositionFromBeforeIt() {
        Instant past = fixture.now().minusSeconds(60);
        fixture.exchange.lookUp = filled("50", "30");
        fixture.past(
                Messages.trading(),
                Messages.started(OrderStyle.MARKET_THEN_IOC, "0.6"),
                Messages.submitted(past, 1),
                Messages.partlyFilled(past, "40", "20"),
                Messages.submitted(past, 2));

        fixture.open();

        PositionChanged changed = fixture.awaitOne(PositionChanged.class);
        assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
        assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PositionOpened.class))
                .as("the kill lost the first fill's own event")
                .singleElement()
                .satisfies(opened -> assertThat(opened.quantity()).isEqualTo(Quantity.of("40")));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aPriceCapOfTheExchangeAboveTheRunsCapIsNotUsed() {
        refuses(fixture, new PlaceAnswer.Refused(400, 30010, "", new Reaction.Reprice(Price.of("0.9"))));

        buy(OrderStyle.IOC_CAPPED, "0.6");

        fixture.await(() -> fixture.exchange.signed.size() == 2, "second attempt");
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("83.33"), Price.of("0.6")));
    }

    @Test
    void anOpenMarketGetsTwoAttemptsWithABackOffBetween() {
        Duration backoff = Duration.ofMillis(120);
        try (EngineFixture slow =
                new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", backoff.toString()))) {
            refuses(slow, new PlaceAnswer.Refused(400, 30025, "no opponent", new Reaction.AttemptAgain()));
            slow.past(Messages.trading(), Messages.started(), granted(1), granted(2), granted(3))
                    .open();

            slow.receive(signal(Messages.LISTING, Messages.PAIR));

            slow.await(() -> slow.published(OrderRejected.class).size() == 2, "two rejections");
            slow.time.runDue();
            List<Instant> sent = slow.published(OrderSubmitted.class).stream()
                    .map(event -> event.meta().occurredAt())
                    .toList();
            assertThat(sent).hasSize(2);
            assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThanOrEqualTo(backoff);
            assertThat(slow.exchange.placed).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void probesAreNotAttemptsAndEndAtTheDeadline() {
        refuses(fixture, new PlaceAnswer.Refused(400, 30001, "direction", new Reaction.Probe()));
        fixture.past(Messages.trading(), Messages.started(), granted(1)).open();

        fixture.receive(Messages.signal(
                Messages.LISTING, Messages.PAIR, null, fixture.now().plusMillis(600)));

        OrderRejected rejected = fixture.awaitOne(OrderRejected.class);
        assertThat(rejected.rejection()).isEqualTo(Rejection.NOT_OPEN);
        assertThat(rejected.probes()).isGreaterThan(2);
        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    private void buy(OrderStyle style, @Nullable String cap) {
        fixture.past(Messages.trading(), Messages.started(style, cap), granted(1), granted(2))
                .open();
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                signal(Messages.LISTING, Messages.PAIR));
    }

    private static void refuses(EngineFixture fixture, PlaceAnswer answer) {
        fixture.exchange.answer = () -> Uni.createFrom().item(answer);
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private Message signal(ListingId listing, Pair pair) {
        return Messages.signal(listing, pair, null, fixture.now().plusSeconds(5));
    }

    private static OrderQueryResult filled(String quantity, String spent) {
        return found(Status.FILLED, Quantity.of(quantity), Amount.of(spent));
    }

    private static OrderQueryResult canceled(String quantity, String spent) {
        return found(Status.CANCELED, Quantity.of(quantity), Amount.of(spent));
    }

    private static OrderQueryResult found(Status status, Quantity quantity, Amount spent) {
        return new OrderQueryResult.Found(new OrderSnapshot(FakeExchange.ORDER, status, quantity, spent));
    }
}

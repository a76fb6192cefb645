package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Terms;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves at which price and for which quantity a capped order is sent. */
class PricesTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOfferReadLongBeforeTheOrderIsNotItsCap() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.past(Messages.trading(), Messages.started(OrderStyle.IOC_CAPPED, null), granted(1))
                .open();
        // The book is read while the lease is missing; the order can leave only a minute later.
        fixture.leaseHeld = false;
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"),
                Messages.signal(Messages.LISTING, fixture.now(), fixture.now().plusSeconds(120)));
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.exchange.ask = Optional.empty();
        fixture.time.advance(Duration.ofSeconds(64));
        fixture.exchange.ask = Optional.of(Price.of("0.3"));
        fixture.leaseHeld = true;

        fixture.time.advance(Duration.ofSeconds(2));

        assertThat(fixture.exchange.signed)
                .singleElement()
                .satisfies(buy -> assertThat(price(buy.terms())).isEqualTo(Price.of("0.315")));
    }

    @ParameterizedTest
    @CsvSource({
        // stated, decimals of the pair's price, price of the second attempt
        "0.5, 4, 0.4975",
        "0.02047, 4, 0.0203",
        "0.0002, 4, 0.0002",
        "0.00025, 4, 0.0002",
        "0.0009, 4, 0.0009",
        "0.0301, 4, 0.0299"
    })
    void anOrderRefusedForItsPriceIsFollowedByOneALittleUnderTheStatedPrice(String stated, int decimals, String next) {
        refuseFirst(new Reaction.Reprice(Price.of(stated)));

        buy(OrderStyle.IOC_CAPPED, "0.6");

        Terms.Capped second = (Terms.Capped) fixture.exchange.signed.getLast().terms();
        assertThat(fixture.exchange.signed).hasSize(2);
        assertThat(second)
                .isEqualTo(Terms.capped(Amount.of("50"), Price.of(next), decimals, 2)
                        .orElseThrow());
    }

    @Test
    void aMarketOrderRefusedForItsPriceIsFollowedByACappedOneUnderTheStatedPrice() {
        refuseFirst(new Reaction.Reprice(Price.of("0.5")));

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        assertThat(fixture.exchange.signed).hasSize(2);
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("100.5"), Price.of("0.4975")));
    }

    @Test
    void aMarketOrderRefusedForItsPriceIsTheLastWhereTheStyleAllowsMarketOrdersOnly() {
        refuseFirst(new Reaction.Reprice(Price.of("0.5")));

        buy(OrderStyle.MARKET, null);

        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
    }

    @Test
    void aCappedOrderThatItsDecimalsCutBelowTheMinimumIsDenied() {
        fixture.past(Messages.trading(), Messages.started(OrderStyle.IOC_CAPPED, "30"), granted(1))
                .open();

        // whole units only: 1 unit of 30 for an amount of 50, under the minimum of 40
        fixture.receive(
                qualifiedInWholeUnits("40"),
                Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));

        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.BELOW_MINIMUM);
        assertThat(denied.detail()).contains("amount=30 minimum=40");
    }

    private void refuseFirst(Reaction reaction) {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.exchange.answer = () -> fixture.exchange.placed.size() == 1
                ? Uni.createFrom().item(new PlaceAnswer.Refused(400, 30010, "price", reaction))
                : fixture.exchange.taken();
    }

    private void buy(OrderStyle style, @Nullable String cap) {
        fixture.past(Messages.trading(), Messages.started(style, cap));
        IntStream.rangeClosed(1, 2).forEach(number -> fixture.past(granted(number)));
        fixture.open();
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.time.advance(Duration.ofSeconds(2));
    }

    private static Price price(Terms terms) {
        return ((Terms.Capped) terms).price();
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private ListingQualified qualifiedInWholeUnits(String minimum) {
        TradingRules rules = new TradingRules(0, 4, Amount.of(minimum), null, List.of("LIMIT"), true);
        return new ListingQualified(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Messages.LISTING,
                Messages.PAIR,
                Verdict.QUALIFIED,
                List.of(),
                rules);
    }
}

package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Terms;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a premium bounds the price of a capped buy by the reference price, whatever the market does. */
class PremiumTest {
    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", "PT0.001S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        // first trade, best offer, premium, price cap, price of the buy
        "0.40, 0.90, 0.3, , 0.52",
        ", 0.50, 0.3, , 0.65",
        "0.40, , 0.3, , 0.52",
        "0.40, 0.90, 0.3, 0.45, 0.45",
        "0.40, 0.90, 0.3, 0.60, 0.52",
        "0.33335, 0.90, 0.1, , 0.3666",
        "0.40, 0.30, 0.5, , 0.6",
        "0.40, 0.90, 0, , 0.4",
        "0.40, 0.90, 10, , 4.4"
    })
    void aSurpriseIsBoughtUpToTheLowestOfPremiumAndCap(
            @Nullable String traded, @Nullable String offered, String premium, @Nullable String cap, String price) {
        market(traded, offered);
        fixture.exchange.lookUp = FakeExchange.FILLED;
        open(OrderStyle.IOC_CAPPED, cap, premium);

        surprise();

        assertThat(fixture.exchange.signed)
                .singleElement()
                .satisfies(buy -> assertThat(price(buy.terms())).isEqualTo(Price.of(price)));
    }

    @Test
    void withoutAReferencePriceNothingIsBought() {
        open(OrderStyle.IOC_CAPPED, "0.6", "0.3");

        surprise();

        fixture.awaitOne(OrderDenied.class);
        assertThat(fixture.exchange.signed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // first trade and best offer when the second attempt is decided, price of the second attempt
        "1.00, 1.20, 0.65",
        ", 1.20, 0.65",
        "0.30, 1.20, 0.39",
        "0.30, 0.20, 0.39"
    })
    void theReferenceIsNeverRaisedAfterTheOpening(@Nullable String traded, String offered, String second) {
        market(null, "0.5");
        refuseFirst(() -> market(traded, offered), new Reaction.AttemptAgain());
        open(OrderStyle.IOC_CAPPED, null, "0.3");
        Instant opening = fixture.now().plusSeconds(30);

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.time.advanceTo(opening.plusSeconds(10));

        assertThat(prices()).containsExactly(Price.of("0.65"), Price.of(second));
    }

    @Test
    void thePriceThatTheExchangeStatedDoesNotReplaceThePremium() {
        market("0.4", "0.9");
        refuseFirst(() -> {}, new Reaction.Reprice(Price.of("0.8")));
        open(OrderStyle.MARKET_THEN_IOC, null, "0.3");

        surprise();

        assertThat(fixture.exchange.signed).hasSize(2);
        assertThat(price(fixture.exchange.signed.getLast().terms())).isEqualTo(Price.of("0.52"));
    }

    @Test
    void aCappedOrderAfterAMarketOrderIsBoundedByPremiumAndCap() {
        market("0.4", "0.9");
        refuseFirst(() -> {}, new Reaction.SwitchStyle());
        open(OrderStyle.MARKET_THEN_IOC, "0.7", "0.3");

        surprise();

        assertThat(price(fixture.exchange.signed.getLast().terms())).isEqualTo(Price.of("0.52"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.55, 2", "0.3, 0.65, 1", "0.8, 0.9, 2"})
    void anAppliedPremiumIsJudgedAgainstWhatIsArmed(String premium, String price, int armed) {
        market(null, "0.5");
        open(OrderStyle.IOC_CAPPED, null, "0.3");
        Instant opening = fixture.now().plusSeconds(10);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);

        fixture.receive(OperatorMessages.applied(configuration(OrderStyle.IOC_CAPPED, null, premium)));

        fixture.time.advanceTo(opening.plusSeconds(1));
        assertThat(fixture.published(OrderArmed.class)).hasSize(armed);
        assertThat(price(fixture.exchange.buys.getLast().terms())).isEqualTo(Price.of(price));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", ""})
    void aLaterOpeningHasAReferenceOfItsOwn(String premium) {
        market(null, "0.1");
        open(OrderStyle.IOC_CAPPED, null, premium.isEmpty() ? null : premium);
        Instant opening = fixture.now().plusSeconds(10);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
        market(null, "0.5");

        fixture.receive(Messages.rescheduled(opening, opening.plusSeconds(60)));
        fixture.time.advanceTo(opening.plusSeconds(61));

        assertThat(price(fixture.exchange.buys.getLast().terms()))
                .isEqualTo(Price.of(premium.isEmpty() ? "0.525" : "0.65"));
    }

    private void market(@Nullable String traded, @Nullable String offered) {
        fixture.exchange.firstTrade = Optional.ofNullable(traded).map(Price::of);
        fixture.exchange.ask = Optional.ofNullable(offered).map(Price::of);
    }

    private void refuseFirst(Runnable then, Reaction reaction) {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.exchange.answer = () -> {
            if (fixture.exchange.placed.size() > 1) {
                return fixture.exchange.taken();
            }
            then.run();
            return Uni.createFrom().item(new PlaceAnswer.Refused(400, 30010, "refused", reaction));
        };
    }

    private void open(OrderStyle style, @Nullable String cap, @Nullable String premium) {
        RunStarted started = Messages.started(style, cap);
        fixture.past(
                Messages.trading(),
                new RunStarted(
                        started.meta(),
                        started.environment(),
                        started.runId(),
                        started.configuration(),
                        configuration(style, cap, premium),
                        started.startedBy()),
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"));
        IntStream.rangeClosed(1, 3).mapToObj(PremiumTest::granted).forEach(fixture::past);
        fixture.open();
    }

    private void surprise() {
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.time.advance(Duration.ofSeconds(2));
    }

    private List<Price> prices() {
        return fixture.exchange.signed.stream().map(buy -> price(buy.terms())).toList();
    }

    private static Price price(Terms terms) {
        return ((Terms.Capped) terms).price();
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private static Configuration configuration(OrderStyle style, @Nullable String cap, @Nullable String premium) {
        return new Configuration(
                "test",
                Amount.of("50"),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                style,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                cap == null ? null : Price.of(cap),
                premium == null ? null : Ratio.of(premium),
                null);
    }
}

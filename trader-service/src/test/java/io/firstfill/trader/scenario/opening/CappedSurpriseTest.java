package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.run.RunStarted;
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
import io.firstfill.trader.order.Venue.Decimals;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A capped buy of a surprise waits for one reading of the book and not for the pair's rules. */
class CappedSurpriseTest {
    private static final Duration BOOK = Duration.ofMillis(4);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theOrderLeavesWithTheBooksDigitsBeforeTheRulesAreKnown() {
        offered("0.5", new Decimals(3, 1));
        open(null);

        surprise(BOOK);

        assertThat(terms()).containsExactly(new Terms.Capped(Quantity.of("76.9"), Price.of("0.65")));
    }

    @Test
    void aBuyWithACapOfItsOwnReadsTheBookForTheDigits() {
        offered("0.5", new Decimals(3, 0));
        open("0.6251");

        surprise(BOOK);

        assertThat(terms()).containsExactly(new Terms.Capped(Quantity.of("80"), Price.of("0.625")));
    }

    @Test
    void theRulesOfThePairReplaceTheDigitsOfTheBook() {
        offered("0.5", new Decimals(1, 0));
        open(null);
        fixture.receive(Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"));

        surprise(BOOK);

        assertThat(terms()).containsExactly(new Terms.Capped(Quantity.of("76.92"), Price.of("0.65")));
    }

    @Test
    void aBookWithoutAnOfferIsReadAgainUntilItHasOne() {
        open(null);
        fixture.exchange.bookDelay = BOOK;
        surprise(Duration.ofMillis(100));
        offered("0.5", new Decimals(3, 1));

        fixture.time.advance(Duration.ofMillis(260));

        assertThat(terms()).hasSize(1);
    }

    @Test
    void aRefusalForDecimalsIsFollowedAtOnceByAnOrderWithFewerFirstOfTheQuantity() {
        offered("0.512", new Decimals(4, 2));
        refusedForDecimals(2);
        open(null);

        surprise(BOOK.plusMillis(1));

        assertThat(terms())
                .containsExactly(
                        new Terms.Capped(Quantity.of("75.12"), Price.of("0.6656")),
                        new Terms.Capped(Quantity.of("75.1"), Price.of("0.6656")),
                        new Terms.Capped(Quantity.of("75.1"), Price.of("0.665")));
    }

    @ParameterizedTest
    @CsvSource({
        // the best offer, decimals of the book's prices and quantities, the price of every attempt
        "0.5, 1, 2, 0.6",
        "0.0123, 4, 1, 0.0159",
        "100, 0, 4, 130",
        "0.0000001, 7, 0, 0.0000001"
    })
    void noRefusalForDecimalsTakesADigitThatTheBestOfferHas(String offer, int price, int quantity, String paid) {
        offered(offer, new Decimals(price, quantity));
        refusedForDecimals(3);
        open(null);

        surprise(BOOK.plusMillis(1));

        assertThat(fixture.exchange.signed)
                .hasSize(4)
                .allSatisfy(buy -> assertThat(buy.terms())
                        .isInstanceOfSatisfying(
                                Terms.Capped.class,
                                capped -> assertThat(capped.price()).isEqualTo(Price.of(paid))));
    }

    @Test
    void refusalsBeforeTheRulesDoNotMakeTheRulesCoarser() {
        offered("0.5123", new Decimals(4, 3));
        fixture.exchange.answer = () -> {
            fixture.receive(Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"));
            return refusedUntil(1);
        };
        open(null);

        surprise(BOOK.plusMillis(1));

        assertThat(terms()).last().isEqualTo(new Terms.Capped(Quantity.of("75.08"), Price.of("0.6659")));
        assertThat(terms()).hasSize(2);
    }

    @Test
    void anOrderThatKeepsToTheRulesIsNotSentAgain() {
        offered("0.5", new Decimals(3, 1));
        refusedForDecimals(9);
        open(null);
        fixture.receive(Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"));

        surprise(Duration.ofSeconds(1));

        assertThat(terms()).hasSize(1);
    }

    private void refusedForDecimals(int refusals) {
        fixture.exchange.answer = () -> refusedUntil(refusals);
    }

    private Uni<PlaceAnswer> refusedUntil(int refusals) {
        return fixture.exchange.placed.size() > refusals
                ? fixture.exchange.taken()
                : Uni.createFrom()
                        .item(new PlaceAnswer.Refused(400, 10096, "too many decimals", new Reaction.LessDecimals()));
    }

    private void offered(String price, Decimals digits) {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.exchange.bookDelay = BOOK;
        fixture.exchange.digits = digits;
        fixture.exchange.ask = Optional.of(Price.of(price));
    }

    private void open(@Nullable String cap) {
        RunStarted started = Messages.started(OrderStyle.IOC_CAPPED, null);
        fixture.past(
                Messages.trading(),
                new RunStarted(
                        started.meta(),
                        started.environment(),
                        started.runId(),
                        started.configuration(),
                        configuration(cap),
                        started.startedBy()));
        IntStream.rangeClosed(1, 4)
                .mapToObj(number -> Messages.granted(PermitId.derivedFrom("permit of this test", number)))
                .forEach(fixture::past);
        fixture.open();
    }

    private void surprise(Duration watched) {
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.time.advance(watched);
    }

    private List<Terms> terms() {
        return fixture.exchange.signed.stream().map(buy -> buy.terms()).toList();
    }

    /** @param cap the cap of the buy; null for a premium of 30 % instead */
    private static Configuration configuration(@Nullable String cap) {
        return new Configuration(
                "test",
                Amount.of("50"),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.IOC_CAPPED,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                cap == null ? null : Price.of(cap),
                cap == null ? Ratio.of("0.3") : null,
                null);
    }
}

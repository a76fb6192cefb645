package io.firstfill.trader.scenario.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a configuration applied to a running run is judged again against what waits and what is armed. */
class TightenedConfigurationTest {
    private static final SymbolFilter ANY = new SymbolFilter(Set.of(), List.of(), List.of());
    private static final SafetySwitches ALL = new SafetySwitches(true, true, false);
    private static final PermitId SECOND = PermitId.derivedFrom("second permit");

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<Arguments> refusing() {
        return Stream.of(
                arguments("quote", new SymbolFilter(Set.of(Asset.of("USDC")), List.of(), List.of()), ALL),
                arguments("denied", new SymbolFilter(Set.of(), List.of(), List.of("ne?*")), ALL),
                arguments("allowed", new SymbolFilter(Set.of(), List.of("OTHER*"), List.of()), ALL),
                arguments("scheduled", ANY, new SafetySwitches(false, true, false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusing")
    void anArmedBuyThatTheFilterRefusesNowIsTakenBackAndDenied(
            String name, SymbolFilter symbols, SafetySwitches safety) {
        Instant opening = armed();

        fixture.receive(OperatorMessages.applied(configuration("50", symbols, OrderStyle.MARKET, safety, null)));

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.NOT_WANTED);
        fixture.time.advanceTo(opening.plusSeconds(10));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusing")
    void aWaitingListingThatTheFilterRefusesNowIsDenied(String name, SymbolFilter symbols, SafetySwitches safety) {
        open();
        Instant opening = fixture.now().plus(Duration.ofMinutes(10));
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));

        fixture.receive(OperatorMessages.applied(configuration("50", symbols, OrderStyle.MARKET, safety, null)));

        fixture.time.advanceTo(opening.plusSeconds(20));
        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.NOT_WANTED);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aLowerAmountIsArmedAnew() {
        armed();

        fixture.receive(OperatorMessages.applied(configuration("20", ANY, OrderStyle.MARKET, ALL, null)));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("20"));
    }

    @Test
    void anotherStyleIsArmedAnew() {
        armed();

        fixture.receive(OperatorMessages.applied(configuration("50", ANY, OrderStyle.IOC_CAPPED, ALL, "0.6")));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().terms()).isInstanceOf(Terms.Capped.class);
    }

    @Test
    void aLargerAmountTakesNothingBackWhileThereIsNoPermitForIt() {
        armed();

        fixture.receive(OperatorMessages.applied(configuration("80", ANY, OrderStyle.MARKET, ALL, null)));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.published(OrderArmed.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "50"})
    void anArmedBuyOfThePastIsJudgedByTheConfigurationThatWasAppliedSince(String amount) {
        Instant opening = fixture.now().plusSeconds(3);
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(Messages.PERMIT),
                        Messages.granted(SECOND),
                        Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                        Messages.armed(opening),
                        OperatorMessages.applied(configuration(amount, ANY, OrderStyle.MARKET, ALL, null)))
                .open();

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of(amount));
    }

    @Test
    void aDenialForWantOfAPermitNamesTheCapsThatAreReached() {
        fixture.past(Messages.trading(), Messages.started()).open();
        fixture.receive(
                reached(Cap.SPEND, "500", "500"),
                reached(Cap.TRADES_PER_HOUR, "10", "10"),
                new CapCleared(
                        Messages.meta(fixture.now()), Messages.PAPER, Messages.RUN, Cap.TRADES_PER_HOUR, "9", "10"));

        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));

        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.NO_PERMIT);
        assertThat(denied.detail()).isEqualTo("permits=0 cap=SPEND used=500 limit=500 until=2026-03-01T12:30:00Z");
    }

    @Test
    void aVerdictThatIsBehindTheSignalDeniesNothing() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        fixture.receive(OperatorMessages.applied(
                configuration("50", ANY, OrderStyle.MARKET, new SafetySwitches(true, true, true), null)));
        fixture.receive(new ListingQualified(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Messages.LISTING,
                Messages.PAIR,
                Verdict.UNCERTAIN,
                List.of(),
                null));
        fixture.time.advance(Duration.ofSeconds(1));

        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));

        fixture.awaitOne(OrderAccepted.class);
    }

    private CapReached reached(Cap cap, String used, String limit) {
        Instant until = Instant.parse("2026-03-01T12:30:00Z");
        return new CapReached(Messages.meta(fixture.now()), Messages.PAPER, Messages.RUN, cap, used, limit, until);
    }

    private Buy last() {
        return fixture.exchange.buys.getLast();
    }

    private void open() {
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                        Messages.granted(Messages.PERMIT),
                        Messages.granted(SECOND))
                .open();
    }

    /** Arms a buy; returns its opening. */
    private Instant armed() {
        open();
        Instant opening = fixture.now().plusSeconds(3);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
        return opening;
    }

    private static Configuration configuration(
            String amount, SymbolFilter symbols, OrderStyle style, SafetySwitches safety, @Nullable String cap) {
        return new Configuration(
                "test",
                Amount.of(amount),
                symbols,
                style,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                safety,
                cap == null ? null : Price.of(cap),
                null,
                null);
    }
}

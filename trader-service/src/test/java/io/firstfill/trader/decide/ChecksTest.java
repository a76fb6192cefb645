package io.firstfill.trader.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.TradingState;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.PairUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that every check refuses with its reason and its numbers, and that an unknown value is refused. */
class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final Meta META = Meta.first(MessageId.derivedFrom("m"), NOW);
    private static final Optional<Run> ACTIVE =
            Optional.of(new Run.Active(RUN, configuration(OrderStyle.MARKET), META));
    private static final Optional<Run> CAPPED =
            Optional.of(new Run.Active(RUN, configuration(OrderStyle.IOC_CAPPED), META));
    private static final Optional<Amount> PERMIT = Optional.of(Amount.of("50"));

    @Test
    void aGoodSignalIsNotRefused() {
        assertThat(Checks.firstRefusal(
                        situation(NOW, ACTIVE, TradingState.ACTIVE, true, true, rules("1", "100"), PERMIT, true)))
                .isEmpty();
    }

    @Test
    void aCappedBuyNeedsNoMarketOrders() {
        assertThat(Checks.firstRefusal(situation(
                        NOW,
                        CAPPED,
                        TradingState.ACTIVE,
                        true,
                        true,
                        Optional.of(priced("1", "100", true)),
                        PERMIT,
                        true)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void theFirstRefusalIsTheAnswerWithItsNumbers(DenialReason reason, String detail, Situation situation) {
        assertThat(Checks.firstRefusal(situation)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.detail()).contains(detail);
        });
    }

    static Stream<Arguments> refusals() {
        TradingState on = TradingState.ACTIVE;
        Optional<TradingRules> none = Optional.empty();
        Optional<Run> suspended = Optional.of(
                new Run.Suspended(RUN, configuration(OrderStyle.MARKET), META, SuspensionReason.CREDENTIAL_ROTATED));
        return Stream.of(
                arguments(
                        DenialReason.RUN_NOT_ACTIVE,
                        "not started",
                        situation(NOW, Optional.empty(), on, true, true, none, PERMIT, true)),
                arguments(
                        DenialReason.RUN_NOT_ACTIVE,
                        "CREDENTIAL_ROTATED",
                        situation(NOW, suspended, on, true, true, none, PERMIT, true)),
                arguments(
                        DenialReason.SIGNAL_EXPIRED,
                        "deadline=2026-03-01T10:00:05Z",
                        situation(NOW.plusSeconds(5), ACTIVE, on, true, true, none, PERMIT, true)),
                arguments(
                        DenialReason.TRADING_STATE,
                        "HALTED",
                        situation(NOW, ACTIVE, TradingState.HALTED, true, true, none, PERMIT, true)),
                arguments(
                        DenialReason.TRADING_STATE,
                        "unknown",
                        situation(NOW, ACTIVE, null, true, true, none, PERMIT, true)),
                arguments(DenialReason.NO_CREDENTIAL, "", situation(NOW, ACTIVE, on, false, true, none, PERMIT, true)),
                arguments(DenialReason.CLOCK, "", situation(NOW, ACTIVE, on, true, false, none, PERMIT, true)),
                arguments(
                        DenialReason.BELOW_MINIMUM,
                        "amount=50 minimum=51",
                        situation(NOW, ACTIVE, on, true, true, rules("51", "100"), PERMIT, true)),
                arguments(
                        DenialReason.ABOVE_MAXIMUM,
                        "amount=50 maximum=49",
                        situation(NOW, ACTIVE, on, true, true, rules("1", "49"), PERMIT, true)),
                arguments(
                        DenialReason.NOT_QUALIFIED,
                        "orderTypes=LIMIT",
                        situation(NOW, ACTIVE, on, true, true, Optional.of(priced("1", "100", true)), PERMIT, true)),
                arguments(
                        DenialReason.NOT_QUALIFIED,
                        "sides",
                        situation(NOW, CAPPED, on, true, true, Optional.of(priced("1", "100", false)), PERMIT, true)),
                arguments(
                        DenialReason.BELOW_MINIMUM,
                        "amount=50 minimum=60",
                        situation(NOW, CAPPED, on, true, true, Optional.of(priced("60", "100", true)), PERMIT, true)),
                arguments(
                        DenialReason.ABOVE_MAXIMUM,
                        "amount=50 maximum=40",
                        situation(NOW, CAPPED, on, true, true, Optional.of(priced("1", "40", true)), PERMIT, true)),
                arguments(
                        DenialReason.PERMIT_TOO_SMALL,
                        "amount=50 permit=20",
                        situation(NOW, ACTIVE, on, true, true, none, Optional.of(Amount.of("20")), false)),
                arguments(
                        DenialReason.NO_PERMIT,
                        "",
                        situation(NOW, ACTIVE, on, true, true, none, Optional.empty(), false)),
                arguments(
                        DenialReason.INSUFFICIENT_BALANCE,
                        "amount=50 available=49.9 USDT",
                        situation(NOW, ACTIVE, on, true, true, none, Optional.of(Amount.of("49.9")), PERMIT, true)));
    }

    private static Situation situation(
            Instant now,
            Optional<Run> run,
            @Nullable TradingState state,
            boolean credential,
            boolean clock,
            Optional<TradingRules> rules,
            Optional<Amount> permit,
            boolean covered) {
        return situation(now, run, state, credential, clock, rules, Optional.empty(), permit, covered);
    }

    private static Situation situation(
            Instant now,
            Optional<Run> run,
            @Nullable TradingState state,
            boolean credential,
            boolean clock,
            Optional<TradingRules> rules,
            Optional<Amount> available,
            Optional<Amount> permit,
            boolean covered) {
        ListingSignal signal = new ListingSignal(
                META,
                EnvironmentId.of("paper"),
                ListingId.derivedFrom("listing"),
                Pair.of("NEWT/USDT"),
                RUN,
                ListingSource.TICKER_PRICE,
                Confidence.CONFIRMED,
                null,
                NOW,
                NOW.plusSeconds(5));
        return new Situation(
                PendingSignal.of(signal, NOW),
                now,
                run,
                state,
                Optional.empty(),
                credential,
                true,
                clock,
                false,
                false,
                PairUse.FREE,
                true,
                rules,
                Optional.empty(),
                Amount.of("50"),
                Optional.of(new Terms.Market(Amount.of("50"))),
                available,
                permit,
                covered,
                List.of());
    }

    /** Returns rules that allow only orders with a price, whose limits differ from those of market orders. */
    private static TradingRules priced(String minimum, String maximum, boolean buyable) {
        return new TradingRules(
                2,
                5,
                Amount.of("1"),
                Amount.of("1000"),
                List.of("LIMIT"),
                true,
                Amount.of(minimum),
                Amount.of(maximum),
                buyable);
    }

    private static Optional<TradingRules> rules(String minimum, String maximum) {
        return Optional.of(
                new TradingRules(2, 5, Amount.of(minimum), Amount.of(maximum), List.of("LIMIT", "MARKET"), true));
    }

    private static Configuration configuration(OrderStyle style) {
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
                new SafetySwitches(true, true, false));
    }
}

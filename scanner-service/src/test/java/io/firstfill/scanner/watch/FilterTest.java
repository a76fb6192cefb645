package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.watch.Scene.NEWT;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.configuration;
import static io.firstfill.scanner.watch.Scene.market;
import static io.firstfill.scanner.watch.Scene.row;
import static io.firstfill.scanner.watch.Scene.shown;
import static io.firstfill.scanner.watch.Scene.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Asset;
import io.firstfill.scanner.listing.MarketRow;
import io.firstfill.scanner.listing.MarketRow.Phase;
import io.firstfill.scanner.listing.MarketRow.Sides;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every skip has a reason, told once (FR-001, FR-003). */
class FilterTest {
    private static final Duration POLL = Duration.ofMillis(400);
    private static final SymbolFilter ANY = new SymbolFilter(Set.of(), List.of(), List.of());
    private static final SafetySwitches ALL = new SafetySwitches(true, true, false);
    private static final SafetySwitches QUALIFIED_ONLY = new SafetySwitches(true, true, true);

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        new SymbolFilter(Set.of(Asset.of("USDC")), List.of(), List.of()),
                        ALL,
                        SkipReason.QUOTE_ASSET,
                        "quote=USDT"),
                Arguments.of(
                        new SymbolFilter(Set.of(), List.of("AI*"), List.of()),
                        ALL,
                        SkipReason.NOT_ALLOWED,
                        "base=NEWT"),
                Arguments.of(
                        new SymbolFilter(Set.of(), List.of("NEW*"), List.of("*WT")),
                        ALL,
                        SkipReason.DENIED_PATTERN,
                        "pattern=*WT"),
                Arguments.of(
                        ANY,
                        new SafetySwitches(false, true, false),
                        SkipReason.SCHEDULED_OFF,
                        "opening=2026-03-01T13:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aScheduledListingIsSkippedOnceWithItsReason(
            SymbolFilter filter, SafetySwitches safety, SkipReason reason, String detail) {
        Scene scene = watching().run(configuration(filter, safety));

        scene.see(calendar(coin("NEWT", OPENING))).see(calendar(coin("NEWT", OPENING)));

        ListingSkipped skipped = scene.only(ListingSkipped.class);
        assertThat(skipped.reason()).isEqualTo(reason);
        assertThat(skipped.detail()).isEqualTo(detail);
        assertThat(scene.told(ListingSignal.class)).isEmpty();
    }

    @Test
    void aSurpriseIsSkippedWhereSurprisesAreSwitchedOff() {
        Scene scene = watching().run(configuration(ANY, new SafetySwitches(true, false, false)));

        scene.after(Duration.ofMillis(250)).see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.SURPRISE_OFF);
    }

    @Test
    void anOpeningOlderThanTheSignalMayBeIsSkipped() {
        Scene scene = watching().run(configuration()).after(Duration.ofSeconds(10));

        scene.see(calendar(coin("NEWT", scene.now().minusSeconds(5))));

        assertThat(scene.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.TOO_OLD);
        assertThat(scene.only(ListingSkipped.class).detail()).isEqualTo("age=PT5S limit=PT2S");
    }

    @Test
    void aListingThatMustBeQualifiedWaitsForItsVerdict() {
        Scene scene = watching().run(configuration(ANY, QUALIFIED_ONLY)).see(calendar(coin("NEWT", OPENING)));
        assertThat(scene.types()).doesNotContain("ListingSignal", "ListingSkipped");

        scene.see(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aSurpriseThatTheExchangeListsForApiTradingNeedsNoOtherVerdict() {
        Scene scene = watching().run(configuration(ANY, QUALIFIED_ONLY)).after(POLL);

        scene.see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.told(ListingSignal.class)).hasSize(1);
        ListingQualified verdict = scene.only(ListingQualified.class);
        assertThat(verdict.verdict()).isEqualTo(Verdict.QUALIFIED);
        assertThat(verdict.reasons()).containsExactly("OPEN_TO_API");
    }

    @Test
    void aSurpriseWithAPriceAloneWaitsUntilTheExchangeListsIt() {
        Scene scene = watching().run(configuration(ANY, QUALIFIED_ONLY)).after(POLL);
        scene.see(shown(TICKER_PRICE, NEWT));
        assertThat(scene.types()).doesNotContain("ListingSignal", "ListingSkipped");

        scene.after(POLL).see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void withoutAVerdictInTimeToArmItIsSkipped() {
        Scene scene = watching().run(configuration(ANY, QUALIFIED_ONLY)).see(calendar(coin("NEWT", OPENING)));

        scene.at(OPENING.minusSeconds(45));

        ListingSkipped skipped = scene.only(ListingSkipped.class);
        assertThat(skipped.reason()).isEqualTo(SkipReason.NOT_QUALIFIED);
        assertThat(skipped.detail()).isEqualTo("UNCERTAIN NOT_IN_EXCHANGE_INFO");
    }

    @Test
    void aListingThatCanOnlyBeSoldIsSkippedWithThatReason() {
        MarketRow sellOnly = new MarketRow(
                row("NEWT/USDT", Phase.PAUSED, OPENING).pair(),
                NEWT,
                Phase.PAUSED,
                false,
                OPENING,
                Sides.SELL_ONLY,
                Scene.rules(false, "MARKET"));
        Scene scene = watching().run(configuration(ANY, QUALIFIED_ONLY)).see(market(sellOnly));

        scene.at(OPENING.minusSeconds(10));

        assertThat(scene.only(ListingSkipped.class).detail()).isEqualTo("DISQUALIFIED SIDES_SELL_ONLY");
    }

    @Test
    void aSurpriseThatMustBeQualifiedIsSignalledWithTheVerdictWithinItsAge() {
        Scene scene = watching()
                .run(configuration(ANY, QUALIFIED_ONLY))
                .after(Duration.ofMillis(250))
                .see(shown(TICKER_PRICE, NEWT));
        assertThat(scene.types()).doesNotContain("ListingSignal", "ListingSkipped");

        scene.after(Duration.ofMillis(80)).see(market(row("NEWT/USDT", Phase.ONLINE, null)));

        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }
}

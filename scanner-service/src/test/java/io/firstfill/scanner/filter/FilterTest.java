package io.firstfill.scanner.filter;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.configuration;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Asset;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.observation.MarketRow.Sides;
import io.firstfill.scanner.watch.WatchFixture;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A listing that a run does not buy is skipped once, with the reason (FR-001, FR-003). */
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
        WatchFixture fixture = watching().run(configuration(filter, safety));

        fixture.observe(calendar(coin("NEWT", OPENING))).observe(calendar(coin("NEWT", OPENING)));

        ListingSkipped skipped = fixture.only(ListingSkipped.class);
        assertThat(skipped.reason()).isEqualTo(reason);
        assertThat(skipped.detail()).isEqualTo(detail);
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void aSurpriseIsSkippedWhereSurprisesAreSwitchedOff() {
        WatchFixture fixture = watching().run(configuration(ANY, new SafetySwitches(true, false, false)));

        fixture.after(Duration.ofMillis(250)).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.SURPRISE_OFF);
    }

    @Test
    void anOpeningOlderThanTheSignalMayBeIsSkipped() {
        WatchFixture fixture = watching().run(configuration()).after(Duration.ofSeconds(10));

        fixture.observe(calendar(coin("NEWT", fixture.now().minusSeconds(5))));

        assertThat(fixture.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.TOO_OLD);
        assertThat(fixture.only(ListingSkipped.class).detail()).isEqualTo("age=PT5S limit=PT2S");
    }

    @Test
    void aListingThatMustBeQualifiedWaitsForItsVerdict() {
        WatchFixture fixture =
                watching().run(configuration(ANY, QUALIFIED_ONLY)).observe(calendar(coin("NEWT", OPENING)));
        assertThat(fixture.types()).doesNotContain("ListingSignal", "ListingSkipped");

        fixture.observe(market(row("NEWT/USDT", Phase.PAUSED, OPENING)));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aSurpriseThatTheExchangeListsForApiTradingNeedsNoOtherVerdict() {
        WatchFixture fixture =
                watching().run(configuration(ANY, QUALIFIED_ONLY)).after(POLL);

        fixture.observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
        ListingQualified verdict = fixture.only(ListingQualified.class);
        assertThat(verdict.verdict()).isEqualTo(Verdict.QUALIFIED);
        assertThat(verdict.reasons()).containsExactly("OPEN_TO_API");
    }

    @Test
    void aSurpriseWithAPriceAloneWaitsUntilTheExchangeListsIt() {
        WatchFixture fixture =
                watching().run(configuration(ANY, QUALIFIED_ONLY)).after(POLL);
        fixture.observe(shown(TICKER_PRICE, NEWT));
        assertThat(fixture.types()).doesNotContain("ListingSignal", "ListingSkipped");

        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void withoutAVerdictInTimeToArmItIsSkipped() {
        WatchFixture fixture =
                watching().run(configuration(ANY, QUALIFIED_ONLY)).observe(calendar(coin("NEWT", OPENING)));

        fixture.at(OPENING.minusSeconds(45));

        ListingSkipped skipped = fixture.only(ListingSkipped.class);
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
                Observations.rules(false, "MARKET"));
        WatchFixture fixture =
                watching().run(configuration(ANY, QUALIFIED_ONLY)).observe(market(sellOnly));

        fixture.at(OPENING.minusSeconds(10));

        assertThat(fixture.only(ListingSkipped.class).detail()).isEqualTo("DISQUALIFIED SIDES_SELL_ONLY");
    }

    @Test
    void aSurpriseThatMustBeQualifiedIsSignalledWithTheVerdictWithinItsAge() {
        WatchFixture fixture = watching()
                .run(configuration(ANY, QUALIFIED_ONLY))
                .after(Duration.ofMillis(250))
                .observe(shown(TICKER_PRICE, NEWT));
        assertThat(fixture.types()).doesNotContain("ListingSignal", "ListingSkipped");

        fixture.after(Duration.ofMillis(80)).observe(market(row("NEWT/USDT", Phase.ONLINE, null)));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }
}

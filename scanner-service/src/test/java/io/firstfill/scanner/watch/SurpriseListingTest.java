package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.watch.Scene.MAX_AGE;
import static io.firstfill.scanner.watch.Scene.NEWT;
import static io.firstfill.scanner.watch.Scene.OPENING;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.configuration;
import static io.firstfill.scanner.watch.Scene.market;
import static io.firstfill.scanner.watch.Scene.row;
import static io.firstfill.scanner.watch.Scene.running;
import static io.firstfill.scanner.watch.Scene.shown;
import static io.firstfill.scanner.watch.Scene.started;
import static io.firstfill.scanner.watch.Scene.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.listing.MarketRow.Phase;
import io.firstfill.scanner.listing.FeedObservation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listings first seen when they already trade (FR-003, US2). */
class SurpriseListingTest {
    private static final Duration POLL = Duration.ofMillis(250);

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT_SYMBOLS", "TICKER_PRICE", "EXCHANGE_INFO"})
    void aSymbolOutsideTheBaselineIsASurpriseInWhicheverSourceItComesFirst(ListingSource source) {
        Scene scene = running().after(POLL);

        scene.see(
                source == ListingSource.EXCHANGE_INFO
                        ? market(row("NEWT/USDT", Phase.ONLINE, null))
                        : shown(source, NEWT));

        ListingSignal signal = scene.only(ListingSignal.class);
        assertThat(signal.pair()).isEqualTo(Pair.of("NEWT/USDT"));
        assertThat(signal.source()).isEqualTo(source);
        assertThat(signal.openingTime()).isNull();
        assertThat(signal.detectedAt()).isEqualTo(scene.now());
        assertThat(signal.deadline()).isEqualTo(scene.now().plus(MAX_AGE));
        assertThat(signal.confidence()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void itsSignalLeavesBeforeAnythingElseIsSaid() {
        Scene scene = running().after(POLL);

        scene.see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.types())
                .containsExactly("ListingSignal", "ListingAnnounced", "TradingOpened", "ListingQualified");
    }

    @Test
    void itsSignalBearsTheTimeAtWhichItWasDecided() {
        Scene scene = running().after(POLL);
        AtomicInteger readings = new AtomicInteger();

        List<ListingEvent> told = scene.watch()
                .see(
                        shown(DEFAULT_SYMBOLS, NEWT),
                        scene.now(),
                        () -> scene.now().plusMillis(readings.incrementAndGet()))
                .events();

        ListingSignal signal = (ListingSignal) told.getFirst();
        assertThat(signal.detectedAt()).isEqualTo(scene.now());
        assertThat(readings)
                .as("one when the answer has been read, one when all else is decided")
                .hasValue(2);
        assertThat(signal.meta().occurredAt()).isEqualTo(scene.now().plusMillis(readings.get()));
    }

    @Test
    void anAnswerIsNotKeptUpByListingsItSaysNothingAbout() {
        Scene scene = watching()
                .see(calendar(coin("LATE", OPENING)))
                .see(market(row("LATE/USDT", Phase.PAUSED, OPENING)))
                .after(POLL);
        scene.watch().apply(started(configuration(), scene.now()));

        scene.see(shown(DEFAULT_SYMBOLS, NEWT));
        assertThat(scene.told(ListingSignal.class))
                .extracting(ListingSignal::pair)
                .containsExactly(Pair.of("NEWT/USDT"));

        scene.after(POLL);
        assertThat(scene.told(ListingSignal.class))
                .extracting(ListingSignal::pair)
                .containsExactly(Pair.of("NEWT/USDT"), Pair.of("LATE/USDT"));
    }

    @Test
    void theOtherSourcesAddNothingToIt() {
        Scene scene = running().after(POLL).see(shown(DEFAULT_SYMBOLS, NEWT));

        scene.after(POLL)
                .see(shown(TICKER_PRICE, NEWT))
                .see(market(row("NEWT/USDT", Phase.ONLINE, scene.now())))
                .see(calendar(coin("NEWT", scene.now())));

        assertThat(scene.told(ListingAnnounced.class)).hasSize(1);
        assertThat(scene.told(ListingSignal.class)).hasSize(1);
    }

    @Test
    void onTheVeryFirstStartNothingIsASurprise() {
        Scene scene = Scene.restarted(Scene.NOON, List.of()).run(Scene.configuration());

        scene.quiet().see(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(scene.only(ListingSignal.class).pair())
                .as("only what came after the first answers")
                .isEqualTo(Pair.of("NEWT/USDT"));
    }

    @Test
    void aHaltedPairThatResumesIsNoSurprise() {
        Scene scene = Scene.restarted(Scene.NOON, List.of()).run(Scene.configuration());
        scene.see(market(row("HALT/USDT", Phase.PAUSED, null))).quiet();

        scene.after(POLL).see(shown(DEFAULT_SYMBOLS, "HALTUSDT"));

        assertThat(scene.told()).isEmpty();
    }

    @Test
    void aSymbolWithoutAKnownQuoteWaitsForExchangeInfo() {
        Scene scene = running().after(POLL).see(shown(DEFAULT_SYMBOLS, "NEWTXYZ"));
        assertThat(scene.told()).isEmpty();

        scene.see(market(row("NEWT/XYZ", Phase.ONLINE, null)));

        assertThat(scene.only(ListingSignal.class).pair()).isEqualTo(Pair.of("NEWT/XYZ"));
    }

    @Test
    void anAnswerFullOfUnknownSymbolsIsABrokenSourceAndBuysNothing() {
        Scene scene = running().after(POLL);
        Set<String> many = Stream.concat(
                        Stream.of("BTCUSDT"), IntStream.range(0, 11).mapToObj(i -> "X" + i + "USDT"))
                .collect(Collectors.toSet());

        Watch.Decision decision =
                scene.watch().see(new FeedObservation.SymbolsShown(DEFAULT_SYMBOLS, many), scene.now(), scene::now);

        assertThat(decision.events()).isEmpty();
        assertThat(decision.oddity()).contains("unknown symbols");
    }

    @Test
    void afterAnOutageOfItsSourceASurpriseIsSkippedWithTheGap() {
        Scene scene = running().after(Duration.ofSeconds(30));

        scene.see(shown(DEFAULT_SYMBOLS, NEWT));

        ListingSkipped skipped = scene.only(ListingSkipped.class);
        assertThat(skipped.reason()).isEqualTo(SkipReason.OPENED_WHILE_BLIND);
        assertThat(skipped.detail()).isEqualTo("gap=PT30S limit=PT2S");
        assertThat(scene.types()).contains("ListingAnnounced", "TradingOpened").doesNotContain("ListingSignal");
    }

    @Test
    void aRunIsNotToldOfSurprisesBeforeItsTime() {
        Scene scene = watching().after(POLL).see(shown(DEFAULT_SYMBOLS, NEWT));

        scene.after(POLL).run(Scene.configuration());

        assertThat(scene.types()).doesNotContain("ListingSignal", "ListingSkipped");
    }
}

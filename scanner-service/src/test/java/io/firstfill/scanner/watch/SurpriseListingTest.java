package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.MAX_AGE;
import static io.firstfill.scanner.fixture.Messages.configuration;
import static io.firstfill.scanner.fixture.Messages.started;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.MarketRow.Phase;
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
        WatchFixture fixture = running().after(POLL);

        fixture.observe(
                source == ListingSource.EXCHANGE_INFO
                        ? market(row("NEWT/USDT", Phase.ONLINE, null))
                        : shown(source, NEWT));

        ListingSignal signal = fixture.only(ListingSignal.class);
        assertThat(signal.pair()).isEqualTo(Pair.of("NEWT/USDT"));
        assertThat(signal.source()).isEqualTo(source);
        assertThat(signal.openingTime()).isNull();
        assertThat(signal.detectedAt()).isEqualTo(fixture.now());
        assertThat(signal.deadline()).isEqualTo(fixture.now().plus(MAX_AGE));
        assertThat(signal.confidence()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void itsSignalIsTheFirstOfItsEvents() {
        WatchFixture fixture = running().after(POLL);

        fixture.observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.types())
                .containsExactly("ListingSignal", "ListingAnnounced", "TradingOpened", "ListingQualified");
    }

    @Test
    void itsSignalCarriesTheTimeAtWhichItWasDecided() {
        WatchFixture fixture = running().after(POLL);
        AtomicInteger readings = new AtomicInteger();

        List<ListingEvent> decided = fixture.watch()
                .observe(
                        shown(DEFAULT_SYMBOLS, NEWT),
                        fixture.now(),
                        () -> fixture.now().plusMillis(readings.incrementAndGet()))
                .events();

        ListingSignal signal = (ListingSignal) decided.getFirst();
        assertThat(signal.detectedAt()).isEqualTo(fixture.now());
        assertThat(readings)
                .as("one when the answer has been read, one when all else is decided")
                .hasValue(2);
        assertThat(signal.meta().occurredAt()).isEqualTo(fixture.now().plusMillis(readings.get()));
    }

    @Test
    void anAnswerIsNotDelayedByListingsItDoesNotShow() {
        WatchFixture fixture = watching()
                .observe(calendar(coin("LATE", OPENING)))
                .observe(market(row("LATE/USDT", Phase.PAUSED, OPENING)))
                .after(POLL);
        fixture.watch().apply(started(configuration(), fixture.now()));

        fixture.observe(shown(DEFAULT_SYMBOLS, NEWT));
        assertThat(fixture.published(ListingSignal.class))
                .extracting(ListingSignal::pair)
                .containsExactly(Pair.of("NEWT/USDT"));

        fixture.after(POLL);
        assertThat(fixture.published(ListingSignal.class))
                .extracting(ListingSignal::pair)
                .containsExactly(Pair.of("NEWT/USDT"), Pair.of("LATE/USDT"));
    }

    @Test
    void theOtherSourcesAddNothingToIt() {
        WatchFixture fixture = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        fixture.after(POLL)
                .observe(shown(TICKER_PRICE, NEWT))
                .observe(market(row("NEWT/USDT", Phase.ONLINE, fixture.now())))
                .observe(calendar(coin("NEWT", fixture.now())));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(1);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void onTheVeryFirstStartNothingIsASurprise() {
        WatchFixture fixture =
                WatchFixture.restarted(Observations.NOON, List.of()).run(Messages.configuration());

        fixture.observeNoChange().observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.only(ListingSignal.class).pair())
                .as("only what came after the first answers")
                .isEqualTo(Pair.of("NEWT/USDT"));
    }

    @Test
    void aHaltedPairThatResumesIsNoSurprise() {
        WatchFixture fixture =
                WatchFixture.restarted(Observations.NOON, List.of()).run(Messages.configuration());
        fixture.observe(market(row("HALT/USDT", Phase.PAUSED, null))).observeNoChange();

        fixture.after(POLL).observe(shown(DEFAULT_SYMBOLS, "HALTUSDT"));

        assertThat(fixture.published()).isEmpty();
    }

    @Test
    void aSymbolWithoutAKnownQuoteWaitsForExchangeInfo() {
        WatchFixture fixture = running().after(POLL).observe(shown(DEFAULT_SYMBOLS, "NEWTXYZ"));
        assertThat(fixture.published()).isEmpty();

        fixture.observe(market(row("NEWT/XYZ", Phase.ONLINE, null)));

        assertThat(fixture.only(ListingSignal.class).pair()).isEqualTo(Pair.of("NEWT/XYZ"));
    }

    @Test
    void anAnswerFullOfUnknownSymbolsIsABrokenSourceAndBuysNothing() {
        WatchFixture fixture = running().after(POLL);
        Set<String> many = Stream.concat(
                        Stream.of("BTCUSDT"), IntStream.range(0, 11).mapToObj(i -> "X" + i + "USDT"))
                .collect(Collectors.toSet());

        ListingBook.Update update = fixture.update(new FeedObservation.SymbolsShown(DEFAULT_SYMBOLS, many));

        assertThat(update.events()).isEmpty();
        assertThat(update.defect()).contains("unknown symbols");
    }

    @Test
    void afterAnOutageOfItsSourceASurpriseIsSkippedWithTheGap() {
        WatchFixture fixture = running().after(Duration.ofSeconds(30));

        fixture.observe(shown(DEFAULT_SYMBOLS, NEWT));

        ListingSkipped skipped = fixture.only(ListingSkipped.class);
        assertThat(skipped.reason()).isEqualTo(SkipReason.OPENED_WHILE_BLIND);
        assertThat(skipped.detail()).isEqualTo("gap=PT30S limit=PT2S");
        assertThat(fixture.types())
                .contains("ListingAnnounced", "TradingOpened")
                .doesNotContain("ListingSignal");
    }

    @Test
    void aRunGetsNoSignalOfASurpriseBeforeItsStart() {
        WatchFixture fixture = watching().after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        fixture.after(POLL).run(Messages.configuration());

        assertThat(fixture.types()).doesNotContain("ListingSignal", "ListingSkipped");
    }

    @Test
    void theAgeOfAPairCountsTheGapBeforeItsFirstShowingAndTheWaitAfterIt() {
        String[] many = IntStream.range(0, 11).mapToObj(i -> "X" + i + "USDT").toArray(String[]::new);
        WatchFixture fixture = watching().run(maxAge(Duration.ofSeconds(45))).after(Duration.ofSeconds(30));

        fixture.observe(shown(DEFAULT_SYMBOLS, many))
                .after(Duration.ofSeconds(20))
                .observe(shown(TICKER_PRICE, many));

        assertThat(fixture.published(ListingSkipped.class))
                .hasSize(many.length)
                .allMatch(skipped -> skipped.reason() == SkipReason.TOO_OLD)
                .allMatch(skipped -> skipped.detail().equals("age=PT50S limit=PT45S"));
    }

    private static Configuration maxAge(Duration signalMaxAge) {
        Configuration usual = configuration();
        return new Configuration(
                usual.name(),
                usual.quoteAmount(),
                usual.symbols(),
                usual.orderStyle(),
                usual.recvWindow(),
                signalMaxAge,
                usual.latencyBudget(),
                usual.probeWindow(),
                usual.caps(),
                usual.safety());
    }
}

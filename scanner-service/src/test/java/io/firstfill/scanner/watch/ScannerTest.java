package io.firstfill.scanner.watch;

import static io.firstfill.scanner.feed.FeedName.CALENDAR;
import static io.firstfill.scanner.feed.FeedName.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.feed.FeedName.EXCHANGE_INFO;
import static io.firstfill.scanner.feed.FeedName.SYMBOLS_V2;
import static io.firstfill.scanner.feed.FeedName.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.watch.ScannerFixture.ofCoin;
import static io.firstfill.scanner.watch.ScannerFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.fixture.FakeExchange;
import io.firstfill.scanner.fixture.FakeWarmUpResponses;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five sources are polled side by side and none waits for another: any may be first, and any may fail (US2, FR-003).
 */
class ScannerTest {
    /** Of defaultSymbols, by application.properties. */
    private static final Duration POLL = Duration.ofMillis(125);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aScheduledListingIsAnnouncedAndSignalledOnceAndItsOpeningSeenWithinOnePoll() {
        ScannerFixture fixture = running();

        fixture.exchange.schedule("NEWT", OPENING);
        fixture.advance(Duration.ofMinutes(61));

        assertThat(fixture.published
                        .first(ListingAnnounced.class, ofCoin("NEWT")::test)
                        .openingTime())
                .isEqualTo(OPENING);
        assertThat(fixture.published
                        .first(ListingSignal.class, ofCoin("NEWT")::test)
                        .openingTime())
                .isEqualTo(OPENING);
        assertThat(fixture.published
                        .first(TradingOpened.class, ofCoin("NEWT")::test)
                        .seenAt())
                .isBetween(OPENING, OPENING.plus(POLL).plus(FakeExchange.ROUND_TRIP));
        assertThat(fixture.published.all(ListingQualified.class).getLast().rules())
                .isNotNull();
        assertOneListingAndOneSignal(fixture, "NEWT");
    }

    @Test
    void aSurpriseIsSignalledWithinTwoPolls() {
        ScannerFixture fixture = running();
        fixture.advance(MINUTE);

        fixture.exchange.trades("WOW", DEFAULT_SYMBOLS, TICKER_PRICE, EXCHANGE_INFO);
        fixture.advance(POLL.multipliedBy(2));

        assertThat(fixture.published
                        .first(ListingSignal.class, ofCoin("WOW")::test)
                        .openingTime())
                .isNull();
        fixture.advance(MINUTE);
        assertThat(fixture.about("WOW")).hasAtLeastOneElementOfType(ListingQualified.class);
        assertOneListingAndOneSignal(fixture, "WOW");
    }

    @Test
    void theCalendarMayBeFirstWhileExchangeInfoFails() {
        ScannerFixture fixture = running();
        fixture.exchange.breaks(EXCHANGE_INFO);

        fixture.exchange.schedule("NEWT", OPENING);
        fixture.advance(MINUTE);

        assertAnnouncedFirstBy(ListingSource.CALENDAR, fixture);
    }

    @Test
    void exchangeInfoMayBeFirstWhileTheWholeWebsiteFails() {
        ScannerFixture fixture = running();
        fixture.exchange.breaks(CALENDAR, SYMBOLS_V2);

        fixture.exchange.schedule("NEWT", OPENING);
        fixture.advance(MINUTE);

        assertAnnouncedFirstBy(ListingSource.EXCHANGE_INFO, fixture);
    }

    @Test
    void aHintComesFirstAndIsNoListingUntilAnotherSourceStatesTheOpening() {
        ScannerFixture fixture = running();
        fixture.exchange.onWebsite("NEWT", OPENING);
        fixture.advance(MINUTE);
        assertThat(fixture.about("NEWT")).isEmpty();

        fixture.exchange.inCalendar("NEWT", OPENING);
        fixture.advance(MINUTE);

        assertAnnouncedFirstBy(ListingSource.CALENDAR, fixture);
        assertThat(fixture.lag(CALENDAR, "announcement"))
                .as("the calendar was behind the website")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aHintHasExchangeInfoPolledAtOnce() {
        ScannerFixture fixture = running();
        fixture.exchange.onWebsite("NEWT", OPENING);
        int polls = fixture.exchange.polls(EXCHANGE_INFO);

        fixture.advance(Duration.ofSeconds(31));

        assertThat(fixture.exchange.polls(EXCHANGE_INFO)).isEqualTo(polls + 1);
    }

    @ParameterizedTest(name = "{0} first")
    @CsvSource({
        "DEFAULT_SYMBOLS, TICKER_PRICE, EXCHANGE_INFO",
        "TICKER_PRICE, DEFAULT_SYMBOLS, EXCHANGE_INFO",
        "EXCHANGE_INFO, DEFAULT_SYMBOLS, TICKER_PRICE"
    })
    void aSurpriseIsSignalledByTheSourceThatWorksAndTheOthersJoinItsListing(
            FeedName working, FeedName broken, FeedName alsoBroken) {
        ScannerFixture fixture = running();
        fixture.exchange.breaks(broken, alsoBroken);
        fixture.advance(MINUTE);

        fixture.exchange.trades("WOW", DEFAULT_SYMBOLS, TICKER_PRICE, EXCHANGE_INFO);
        fixture.advance(MINUTE);

        assertThat(fixture.published
                        .first(ListingSignal.class, ofCoin("WOW")::test)
                        .source())
                .isEqualTo(ListingSource.valueOf(working.name()));
        fixture.exchange.heal();
        fixture.advance(MINUTE);
        assertOneListingAndOneSignal(fixture, "WOW");
    }

    /** exchangeInfo is cached by the exchange: it does not know the pair yet. */
    @Test
    void whatPricesShowFirstIsLookedUpAtOnceAmongTheSymbolsOpenToApi() {
        SymbolFilter all = new SymbolFilter(Set.of(), List.of(), List.of());
        Configuration qualifiedOnly = Messages.configuration(all, new SafetySwitches(true, true, true));
        ScannerFixture fixture = running(
                Map.of(
                        "firstfill.scanner.ticker-price.interval", "1S",
                        "firstfill.scanner.default-symbols.interval", "1H",
                        "firstfill.scanner.default-symbols.silent-after", "2H"),
                qualifiedOnly);

        fixture.exchange.trades("WOW", TICKER_PRICE, DEFAULT_SYMBOLS);
        fixture.advance(Duration.ofSeconds(1).plus(FakeExchange.ROUND_TRIP.multipliedBy(2)));

        assertThat(fixture.exchange.polls(DEFAULT_SYMBOLS))
                .as("the second poll is an hour early")
                .isEqualTo(2);
        assertThat(fixture.about("WOW")).hasAtLeastOneElementOfType(ListingSignal.class);
    }

    /** Else a pair is often seen in prices first, and the poll for its verdict stands behind theirs in the budget. */
    @Test
    void pricesArePolledRightAfterTheSymbolsOpenToApiWhenTheyAreDueBeforeTheirNextPoll() {
        ScannerFixture fixture = running(
                Map.of(
                        "firstfill.scanner.ticker-price.interval", "1H",
                        "firstfill.scanner.default-symbols.interval", "2H"),
                Messages.configuration());

        fixture.time.runDue();

        assertThat(fixture.exchange.polls(TICKER_PRICE))
                .as("the second poll is an hour early")
                .isEqualTo(2);
    }

    /** The order for the surprise goes first: exchangeInfo is the most work there is. */
    @Test
    void exchangeInfoIsPolledOnlyAfterThePauseThatFollowsASurprise() {
        ScannerFixture fixture = running();
        fixture.advance(Duration.ofSeconds(2));
        int polls = fixture.exchange.polls(EXCHANGE_INFO);
        fixture.exchange.trades("WOW", DEFAULT_SYMBOLS);
        Instant signalled = firstSignal(fixture, "WOW");

        fixture.time.advanceTo(signalled.plusMillis(49));
        assertThat(fixture.exchange.polls(EXCHANGE_INFO)).isEqualTo(polls);

        fixture.time.advanceTo(signalled.plusMillis(50));
        assertThat(fixture.exchange.polls(EXCHANGE_INFO)).isEqualTo(polls + 1);
    }

    private static Instant firstSignal(ScannerFixture fixture, String base) {
        while (fixture.about(base).isEmpty()) {
            assertThat(fixture.time.instant()).isBefore(NOON.plus(MINUTE));
            fixture.advance(Duration.ofMillis(1));
        }
        return fixture.time.instant();
    }

    private static void assertAnnouncedFirstBy(ListingSource source, ScannerFixture fixture) {
        assertThat(fixture.published
                        .first(ListingAnnounced.class, ofCoin("NEWT")::test)
                        .source())
                .isEqualTo(source);
        assertThat(fixture.published
                        .first(ListingSignal.class, ofCoin("NEWT")::test)
                        .openingTime())
                .isEqualTo(OPENING);
    }

    /** The first surprise of a process does not run code for the first time (SC-002). */
    @Test
    void everyRoundOfTheWarmUpGoesAllTheWayToASignal() {
        WarmUp warmUp =
                new WarmUp(ScannerFixture.settings(Map.of()), new FakeWarmUpResponses(), MessageCodec.standard());

        assertThat(warmUp.run(20, NOON)).isEqualTo(20);
    }

    private static void assertOneListingAndOneSignal(ScannerFixture fixture, String base) {
        List<ListingEvent> events = fixture.about(base);
        assertThat(events)
                .extracting(ListingEvent::listingId)
                .containsOnly(events.getFirst().listingId());
        assertThat(events.stream().filter(ListingSignal.class::isInstance)).hasSize(1);
    }
}

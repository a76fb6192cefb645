package io.firstfill.scanner.watch;

import static io.firstfill.scanner.feed.FeedName.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.feed.FeedName.EXCHANGE_INFO;
import static io.firstfill.scanner.feed.FeedName.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.MAX_AGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.scanner.feed.FeedName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More pairs at once than one source is trusted with: the prices are asked at once, within the request budget. */
class MassListingTest {
    private static final int COINS = 12;
    private static final Duration STEP = Duration.ofMillis(370);
    /** exchangeInfo answers at the start and 60 s later; in the 10 s after it there is no room for more prices. */
    private static final Duration FIRST = Duration.ofSeconds(12);

    private static final Duration LAST = Duration.ofSeconds(55);
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(70);

    @Test
    void allPairsAreBoughtWithinTheAgeOfASignalAtWhateverMomentTheyOpen() {
        for (Duration at = FIRST; at.compareTo(LAST) < 0; at = at.plus(STEP)) {
            ScannerFixture fixture = limited(at);
            list(fixture, DEFAULT_SYMBOLS, TICKER_PRICE);
            Instant listed = fixture.time.instant();
            fixture.advance(DECIDED_WITHIN);

            assertThat(fixture.published.all(ListingSignal.class))
                    .as("listed %s after the start", at)
                    .hasSize(COINS)
                    .allMatch(signal -> signal.meta().occurredAt().isBefore(listed.plus(MAX_AGE)));
        }
    }

    @Test
    void aPriceThatComesASecondAfterTheNamesIsInTime() {
        ScannerFixture fixture = limited(Duration.ofSeconds(20));
        list(fixture, DEFAULT_SYMBOLS);
        fixture.time.after(Duration.ofSeconds(1), () -> list(fixture, TICKER_PRICE));
        fixture.advance(DECIDED_WITHIN);

        assertThat(fixture.published.all(ListingSignal.class)).hasSize(COINS);
    }

    @Test
    void theDeadlineOfABuyCountsFromTheFirstShowingOfThePair() {
        ScannerFixture fixture = limited(Duration.ofSeconds(20));
        list(fixture, DEFAULT_SYMBOLS);
        fixture.time.after(Duration.ofSeconds(1), () -> list(fixture, TICKER_PRICE));
        fixture.advance(DECIDED_WITHIN);

        assertThat(fixture.published.all(ListingSignal.class))
                .isNotEmpty()
                .allMatch(signal -> signal.deadline().equals(signal.detectedAt().plus(MAX_AGE)))
                .allMatch(signal -> signal.detectedAt()
                        .plusMillis(500)
                        .isBefore(signal.meta().occurredAt()));
    }

    @Test
    void aPriceThatComesTooLateIsSkippedWithTheAgeOfThePair() {
        ScannerFixture fixture = limited(Duration.ofSeconds(20));
        list(fixture, DEFAULT_SYMBOLS);
        Instant listed = fixture.time.instant();
        fixture.time.after(Duration.ofSeconds(5), () -> list(fixture, TICKER_PRICE));
        fixture.advance(DECIDED_WITHIN);

        assertThat(fixture.published.all(ListingSkipped.class))
                .hasSize(COINS)
                .allMatch(skipped -> skipped.reason() == SkipReason.TOO_OLD)
                .allMatch(skipped -> age(skipped).compareTo(MAX_AGE) > 0);
        assertThat(fixture.published.all(ListingAnnounced.class))
                .allMatch(announced -> announced.detectedAt().isBefore(listed.plusMillis(500)));
    }

    @Test
    void whenThereIsNoRoomForThePricesEachPairIsStillDecidedOnceAndTruly() {
        for (Duration at = Duration.ZERO; at.compareTo(FIRST) < 0; at = at.plus(STEP)) {
            ScannerFixture fixture = limited(at);
            list(fixture, DEFAULT_SYMBOLS, TICKER_PRICE);
            fixture.advance(DECIDED_WITHIN);

            List<ListingSkipped> skips = fixture.published.all(ListingSkipped.class);
            assertThat(fixture.published.all(ListingSignal.class).size() + skips.size())
                    .as("listed %s after the start", at)
                    .isEqualTo(COINS);
            assertThat(skips)
                    .allMatch(skipped -> skipped.reason() == SkipReason.TOO_OLD)
                    .allMatch(skipped -> age(skipped).compareTo(MAX_AGE) > 0);
        }
    }

    @Test
    void aSourceThatInventsNamesTakesNoAnswerFromTheOtherFeeds() {
        ScannerFixture fixture = limited(Duration.ofSeconds(20));
        SplittableRandom random = new SplittableRandom(7);
        int heavy = fixture.exchange.polls(EXCHANGE_INFO);
        int light = fixture.exchange.polls(DEFAULT_SYMBOLS);
        fixture.exchange.invents(DEFAULT_SYMBOLS, () -> invented(random));
        fixture.advance(Duration.ofMinutes(5));

        assertThat(fixture.exchange.polls(EXCHANGE_INFO) - heavy)
                .as("as often as without the names")
                .isGreaterThanOrEqualTo(5);
        assertThat(fixture.exchange.polls(DEFAULT_SYMBOLS) - light)
                .as("nine in ten of those without the names")
                .isGreaterThan(600);
    }

    private static ScannerFixture limited(Duration running) {
        ScannerFixture fixture = ScannerFixture.running();
        fixture.exchange.limit();
        fixture.advance(running);
        return fixture;
    }

    private static void list(ScannerFixture fixture, FeedName... feeds) {
        IntStream.range(0, COINS).forEach(i -> fixture.exchange.trades("X" + i, feeds));
    }

    private static Duration age(ListingSkipped skipped) {
        return Duration.parse(skipped.detail().replaceAll("age=(\\S+) .*", "$1"));
    }

    private static String[] invented(SplittableRandom random) {
        return IntStream.range(0, 20)
                .mapToObj(i -> "R" + random.nextInt(1 << 28) + "USDT")
                .toArray(String[]::new);
    }
}

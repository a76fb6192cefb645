package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.scanner.observation.MarketRow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources show a listing at different times and in any order; it stays one listing, signalled once (FR-003). */
class InterleavingTest {
    private static final int CASES = 100;

    private enum Source {
        CALENDAR,
        MARKET,
        TICKER,
        DEFAULTS
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyInterleavingOfTheSourcesIsOneListingAndOneSignal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            WatchFixture fixture = running();

            observeAnOpening(fixture, random);

            String description = "seed " + seed + " case " + i + ": " + fixture.types();
            assertThat(fixture.published(ListingAnnounced.class))
                    .as(description)
                    .hasSize(1);
            assertThat(fixture.published(ListingSignal.class)).as(description).hasSize(1);
            assertThat(fixture.published(TradingOpened.class)).as(description).hasSize(1);
        }
    }

    /** Two minutes around one opening: each source shows the pair from its own moment on, polled at random times. */
    private static void observeAnOpening(WatchFixture fixture, SplittableRandom random) {
        Instant opening = NOON.plusSeconds(60);
        Map<Source, Instant> from = new EnumMap<>(Source.class);
        boolean announced = random.nextInt(4) > 0;
        from.put(Source.CALENDAR, announced ? NOON.plusSeconds(random.nextInt(50)) : NOON.plusSeconds(200));
        from.put(Source.MARKET, announced ? NOON.plusSeconds(random.nextInt(110)) : opening);
        from.put(Source.TICKER, opening.plusMillis(random.nextInt(4000)));
        from.put(Source.DEFAULTS, opening.plusMillis(random.nextInt(4000)));
        Instant end = NOON.plusSeconds(120);
        while (fixture.now().isBefore(end)) {
            fixture.after(Duration.ofMillis(1 + random.nextInt(300)));
            Source source = Source.values()[random.nextInt(4)];
            boolean shown = !fixture.now().isBefore(Objects.requireNonNull(from.get(source)));
            observe(fixture, source, shown, opening);
        }
    }

    private static void observe(WatchFixture fixture, Source source, boolean shown, Instant opening) {
        Phase phase = fixture.now().isBefore(opening) ? Phase.PAUSED : Phase.ONLINE;
        switch (source) {
            case CALENDAR -> fixture.observe(shown ? calendar(coin("NEWT", opening)) : calendar());
            case MARKET -> fixture.observe(shown ? market(row("NEWT/USDT", phase, opening)) : market());
            case TICKER -> fixture.observe(shown ? shown(TICKER_PRICE, NEWT) : shown(TICKER_PRICE));
            case DEFAULTS -> fixture.observe(shown ? shown(DEFAULT_SYMBOLS, NEWT) : shown(DEFAULT_SYMBOLS));
        }
    }
}

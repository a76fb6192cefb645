package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.watch.Scene.NEWT;
import static io.firstfill.scanner.watch.Scene.NOON;
import static io.firstfill.scanner.watch.Scene.calendar;
import static io.firstfill.scanner.watch.Scene.coin;
import static io.firstfill.scanner.watch.Scene.market;
import static io.firstfill.scanner.watch.Scene.row;
import static io.firstfill.scanner.watch.Scene.running;
import static io.firstfill.scanner.watch.Scene.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.scanner.listing.MarketRow.Phase;
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
            Scene scene = running();

            play(scene, random);

            String story = "seed " + seed + " case " + i + ": " + scene.types();
            assertThat(scene.told(ListingAnnounced.class)).as(story).hasSize(1);
            assertThat(scene.told(ListingSignal.class)).as(story).hasSize(1);
            assertThat(scene.told(TradingOpened.class)).as(story).hasSize(1);
        }
    }

    /** Two minutes around one opening: each source shows the pair from its own moment on, asked at random times. */
    private static void play(Scene scene, SplittableRandom random) {
        Instant opening = NOON.plusSeconds(60);
        Map<Source, Instant> from = new EnumMap<>(Source.class);
        boolean announced = random.nextInt(4) > 0;
        from.put(Source.CALENDAR, announced ? NOON.plusSeconds(random.nextInt(50)) : NOON.plusSeconds(200));
        from.put(Source.MARKET, announced ? NOON.plusSeconds(random.nextInt(110)) : opening);
        from.put(Source.TICKER, opening.plusMillis(random.nextInt(4000)));
        from.put(Source.DEFAULTS, opening.plusMillis(random.nextInt(4000)));
        Instant end = NOON.plusSeconds(120);
        while (scene.now().isBefore(end)) {
            scene.after(Duration.ofMillis(1 + random.nextInt(300)));
            Source source = Source.values()[random.nextInt(4)];
            boolean shown = !scene.now().isBefore(Objects.requireNonNull(from.get(source)));
            ask(scene, source, shown, opening);
        }
    }

    private static void ask(Scene scene, Source source, boolean shown, Instant opening) {
        Phase phase = scene.now().isBefore(opening) ? Phase.PAUSED : Phase.ONLINE;
        switch (source) {
            case CALENDAR -> scene.see(shown ? calendar(coin("NEWT", opening)) : calendar());
            case MARKET -> scene.see(shown ? market(row("NEWT/USDT", phase, opening)) : market());
            case TICKER -> scene.see(shown ? shown(TICKER_PRICE, NEWT) : shown(TICKER_PRICE));
            case DEFAULTS -> scene.see(shown ? shown(DEFAULT_SYMBOLS, NEWT) : shown(DEFAULT_SYMBOLS));
        }
    }
}

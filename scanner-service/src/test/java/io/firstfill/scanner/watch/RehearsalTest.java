package io.firstfill.scanner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.feed.Look;
import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.scanner.listing.MarketRow.Phase;
import io.firstfill.scanner.listing.Sighting;
import io.firstfill.service.json.MessageCodec;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first surprise of a life must not be the first run of its code (SC-002). */
class RehearsalTest {

    @Test
    void everyRoundGoesAllTheWayToASignal() throws IOException {
        Rehearsal rehearsal = new Rehearsal(settings(), new Plain(), MessageCodec.standard());

        assertThat(rehearsal.play(20, Scene.NOON)).isEqualTo(20);
    }

    private static ScannerSettings settings() throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ScannerSettings.class)
                .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                        .toUri()
                        .toURL()))
                .build()
                .getConfigMapping(ScannerSettings.class);
    }

    private static final class Plain implements Script {
        @Override
        public Look defaultSymbols(Collection<String> symbols, Instant at) {
            return good(new Sighting.SymbolsShown(ListingSource.DEFAULT_SYMBOLS, Set.copyOf(symbols)), at);
        }

        @Override
        public Look prices(Collection<String> symbols, Instant at) {
            return good(new Sighting.SymbolsShown(ListingSource.TICKER_PRICE, Set.copyOf(symbols)), at);
        }

        @Override
        public Look market(Collection<String> bases, Instant at) {
            return good(
                    new Sighting.MarketSeen(bases.stream()
                            .map(base -> Scene.row(base + "/USDT", Phase.ONLINE, null))
                            .toList()),
                    at);
        }

        private static Look good(Sighting sighting, Instant at) {
            return new Look.Good(sighting, at, Duration.ZERO);
        }
    }
}

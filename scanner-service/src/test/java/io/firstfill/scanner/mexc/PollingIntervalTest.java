package io.firstfill.scanner.mexc;

import static io.firstfill.scanner.fixture.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.fixture.ManualTimers;
import io.firstfill.scanner.fixture.ProductionSettings;
import io.firstfill.service.egress.EgressSettings;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EnvironmentSettings;
import io.firstfill.service.environment.Environments;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New pairs are polled as often as the exit addresses of an environment allow at the time, and no more often. */
class PollingIntervalTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration WANTED = Duration.ofMillis(125);
    private static final EnvironmentId ALONE = EnvironmentId.of("alone");
    private static final EnvironmentId TWICE = EnvironmentId.of("twice");

    private final ManualTimers time = new ManualTimers(NOON);
    private final MexcSources sources = new MexcSources(
            VERTX,
            new Environments(ProductionSettings.of(EnvironmentSettings.class, environments())),
            ProductionSettings.of(WebFlagSettings.class, Map.of()),
            ProductionSettings.of(EgressSettings.class, Map.of()),
            ExchangeTrust.OF_THE_JDK,
            time);

    private static Map<String, String> environments() {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of("paper", "alone", "twice", "one", "other")) {
            settings.put("firstfill.environments." + name + ".rest-uri", "http://127.0.0.1:1");
            settings.put("firstfill.environments." + name + ".web-uri", "http://127.0.0.1:1");
        }
        settings.put("firstfill.environments.paper.egress-address", "127.0.0.9");
        settings.put("firstfill.environments.alone.egress-address", "127.0.0.2");
        settings.put("firstfill.environments.twice.egress-address", "127.0.0.3");
        settings.put("firstfill.environments.twice.polling-addresses", "127.0.0.4");
        return settings;
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @AfterAll
    static void closeAll() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anEnvironmentWithAnAddressOfItsOwnPollsEvery125Milliseconds() {
        assertThat(interval(ALONE)).isEqualTo(WANTED);
    }

    @Test
    void environmentsBehindOneAddressShareItsRate() {
        assertThat(interval(EnvironmentId.of("one"))).isEqualTo(WANTED.multipliedBy(2));
    }

    @Test
    void severalAddressesDivideThePhases() {
        assertThat(interval(TWICE)).isEqualTo(WANTED.dividedBy(2));
    }

    @Test
    void anAddressThatIsTurnedAwayLeavesItsPhasesToTheOther() {
        Feed symbols = symbols(TWICE);

        sources.pause(TWICE, NOON.plusSeconds(30));

        assertThat(symbols.interval(WANTED)).isEqualTo(WANTED);
    }

    @Test
    void aThrottleOfTheOtherProcessLowersNoRateBeyondItsEnd() {
        Feed symbols = symbols(ALONE);

        sources.pause(ALONE, NOON.plusSeconds(30));
        time.advanceTo(NOON.plusSeconds(31));

        assertThat(symbols.interval(WANTED)).isEqualTo(WANTED);
    }

    @Test
    void ordersOwnTheAddressInTheSecondsOfAKnownOpening() {
        Feed symbols = symbols(ALONE);
        sources.expect(ALONE, List.of(NOON.plusSeconds(60)));
        assertThat(symbols.interval(WANTED)).isEqualTo(WANTED);

        time.advanceTo(NOON.plusSeconds(57));

        assertThat(symbols.interval(WANTED)).isGreaterThan(WANTED.multipliedBy(2));
        time.advanceTo(NOON.plusSeconds(70));
        assertThat(symbols.interval(WANTED)).isEqualTo(WANTED);
    }

    private Duration interval(EnvironmentId environment) {
        return symbols(environment).interval(WANTED);
    }

    private Feed symbols(EnvironmentId environment) {
        return sources.of(environment).stream()
                .filter(feed -> feed.name() == FeedName.DEFAULT_SYMBOLS)
                .findFirst()
                .orElseThrow();
    }
}

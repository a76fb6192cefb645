package io.firstfill.scanner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Polling;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.fixture.Messages;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that a run has its feeds polled as its configuration says, within the bounds of the deployment. */
class RunPollingTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({
        // wanted, polls in ten minutes: below the least of 0.125 s and above half of 5 s the bound holds
        ", 4800",
        "PT0.1S, 4800",
        "PT0.5S, 1200",
        "PT1S, 600",
        "PT10S, 240"
    })
    void theSymbolsThatTradeArePolledAsTheRunSays(@Nullable Duration wanted, double polls) {
        assertThat(polls(FeedName.DEFAULT_SYMBOLS, new Polling(wanted, null))).isBetween(polls - 2, polls + 2);
    }

    @ParameterizedTest
    @CsvSource({", 20", "PT1S, 120", "PT10S, 60", "PT10M, 10"})
    void theCalendarIsPolledAsTheRunSays(@Nullable Duration wanted, double polls) {
        assertThat(polls(FeedName.CALENDAR, new Polling(null, wanted))).isBetween(polls - 2, polls + 2);
    }

    @Test
    void aStoppedRunLeavesTheIntervalToTheDeployment() {
        ScannerFixture fixture = running(new Polling(Duration.ofSeconds(2), null));
        fixture.scanner.received(Messages.stop(fixture.time.instant()));

        assertThat(polls(fixture, FeedName.DEFAULT_SYMBOLS)).isBetween(4780.0, 4802.0);
    }

    @Test
    void anAppliedConfigurationChangesTheIntervalOfARunningRun() {
        ScannerFixture fixture = running(new Polling(Duration.ofSeconds(2), null));
        fixture.scanner.received(new ConfigurationApplied(
                Messages.meta(fixture.time.instant()),
                Messages.PAPER,
                Messages.RUN,
                new ConfigurationRef(ConfigurationId.derivedFrom("another"), 2),
                configuration(new Polling(Duration.ofSeconds(1), null))));

        assertThat(polls(fixture, FeedName.DEFAULT_SYMBOLS)).isBetween(598.0, 602.0);
    }

    private static double polls(FeedName feed, Polling polling) {
        return polls(running(polling), feed);
    }

    private static double polls(ScannerFixture fixture, FeedName feed) {
        double before = fixture.results(feed, "good");
        fixture.advance(TEN_MINUTES);
        return fixture.results(feed, "good") - before;
    }

    private static ScannerFixture running(Polling polling) {
        return ScannerFixture.running(Map.of(), configuration(polling));
    }

    private static Configuration configuration(Polling polling) {
        Configuration all = Messages.configuration();
        return new Configuration(
                all.name(),
                all.quoteAmount(),
                all.symbols(),
                all.orderStyle(),
                all.recvWindow(),
                all.signalMaxAge(),
                all.latencyBudget(),
                all.probeWindow(),
                all.caps(),
                all.safety(),
                null,
                null,
                polling);
    }
}

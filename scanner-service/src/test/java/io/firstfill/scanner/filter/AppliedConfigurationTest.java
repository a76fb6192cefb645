package io.firstfill.scanner.filter;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.fixture.Messages.applied;
import static io.firstfill.scanner.fixture.Messages.configuration;
import static io.firstfill.scanner.fixture.Messages.stop;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.restarted;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.value.Asset;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.watch.WatchFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that a configuration applied to a running run also decides about the listings it has skipped. */
class AppliedConfigurationTest {
    private static final SymbolFilter ANY = new SymbolFilter(Set.of(), List.of(), List.of());
    private static final SafetySwitches ALL = new SafetySwitches(true, true, false);
    private static final Configuration EVERYTHING = configuration();

    static Stream<Configuration> refusing() {
        return Stream.of(
                configuration(new SymbolFilter(Set.of(Asset.of("USDC")), List.of(), List.of()), ALL),
                configuration(new SymbolFilter(Set.of(), List.of("AI*"), List.of()), ALL),
                configuration(new SymbolFilter(Set.of(), List.of(), List.of("NE*")), ALL),
                configuration(ANY, new SafetySwitches(false, true, false)));
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void aSkippedListingThatTheNewConfigurationAcceptsGetsOneSignalBeforeItsOpening(Configuration refusing) {
        WatchFixture fixture = watching().run(refusing).observe(calendar(coin("NEWT", OPENING)));
        assertThat(fixture.published(ListingSkipped.class)).hasSize(1);

        fixture.receive(applied(EVERYTHING, fixture.now()));
        fixture.receive(applied(EVERYTHING, fixture.now())).at(OPENING.minusSeconds(1));

        assertThat(fixture.only(ListingSignal.class).openingTime()).isEqualTo(OPENING);
        assertThat(fixture.published(ListingSkipped.class)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void aListingThatIsStillRefusedIsNotSkippedAgainWhateverTheNewReason(Configuration refusing) {
        WatchFixture fixture = watching()
                .run(configuration(ANY, new SafetySwitches(false, true, true)))
                .observe(calendar(coin("NEWT", OPENING)));

        fixture.receive(applied(refusing, fixture.now())).at(OPENING.plusSeconds(60));

        assertThat(fixture.published(ListingSkipped.class)).hasSize(1);
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void whatHasOpenedTooLongAgoStaysSkipped() {
        WatchFixture fixture = watching()
                .run(configuration(ANY, new SafetySwitches(true, false, false)))
                .after(Duration.ofMillis(250))
                .observe(shown(DEFAULT_SYMBOLS, NEWT))
                .after(Messages.MAX_AGE.plusMillis(1));

        fixture.receive(applied(EVERYTHING, fixture.now())).after(Duration.ofSeconds(1));

        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void aListingThatWaitsForItsVerdictUnderTheNewConfigurationIsSignalledOnceItIsThere() {
        WatchFixture fixture = watching()
                .run(configuration(ANY, new SafetySwitches(false, true, false)))
                .observe(calendar(coin("NEWT", OPENING)));
        fixture.receive(applied(configuration(ANY, new SafetySwitches(true, true, true)), fixture.now()));
        assertThat(fixture.published(ListingSignal.class)).isEmpty();

        fixture.receive(applied(EVERYTHING, fixture.now()));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aSignalIsNotRepeatedByAConfigurationThatRefusesAndOneThatAcceptsAgain() {
        WatchFixture fixture = watching().run(EVERYTHING).observe(calendar(coin("NEWT", OPENING)));

        fixture.receive(applied(configuration(ANY, new SafetySwitches(false, false, false)), fixture.now()));
        fixture.receive(applied(EVERYTHING, fixture.now())).at(OPENING.minusSeconds(1));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aRestartInTheMiddleJudgesTheSkippedListingsByWhatWasAppliedAndSignalsOnce() {
        WatchFixture before = watching();
        List<Message> past = new ArrayList<>();
        Message started = Messages.started(configuration(ANY, new SafetySwitches(false, true, false)), before.now());
        before.receive(started).observe(calendar(coin("NEWT", OPENING)));
        past.add(started);
        // Runs and listings are on different topics: the skip may be read after what was applied later
        past.add(applied(EVERYTHING, before.now().plusSeconds(1)));
        past.addAll(before.published());

        WatchFixture after = restarted(before.now().plusSeconds(30), past);
        after.after(Duration.ofSeconds(1)).after(Duration.ofSeconds(1));
        assertThat(after.only(ListingSignal.class).openingTime()).isEqualTo(OPENING);

        past.addAll(after.published());
        WatchFixture again = restarted(after.now().plusSeconds(30), past);
        again.after(Duration.ofSeconds(1)).receive(applied(EVERYTHING, again.now()));
        assertThat(again.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void aStoppedRunGetsNoSignalWhateverIsApplied() {
        WatchFixture fixture = watching()
                .run(configuration(ANY, new SafetySwitches(false, true, false)))
                .observe(calendar(coin("NEWT", OPENING)));

        fixture.receive(stop(fixture.now())).receive(applied(EVERYTHING, fixture.now()));

        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }
}

package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.baseline;
import static io.firstfill.scanner.fixture.Messages.configuration;
import static io.firstfill.scanner.fixture.Messages.started;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A scanner killed between any two of its events leaves no listing without an opening and a reason (FR-003). */
class KilledScannerTest {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BLIND = Duration.ofSeconds(30);
    /** Less than signalMaxAge, so that the age alone would not refuse the pair. */
    private static final Duration RESTART = Duration.ofSeconds(1);

    private static final int MANY = 15;

    @Test
    void aPairThatOpenedWhileNobodyObservedIsSkippedForThatAtWhateverEventTheScannerIsKilled() {
        WatchFixture killed = WatchFixture.running().after(BLIND).observe(shown(DEFAULT_SYMBOLS, NEWT));
        ListingSkipped skipped = killed.only(ListingSkipped.class);

        for (int written = 1; written <= killed.published().size(); written++) {
            List<ListingEvent> topic = topic(killed, written, shown(DEFAULT_SYMBOLS, NEWT));

            assertThat(signals(topic)).as("%d events written", written).isEmpty();
            assertThat(skips(topic)).as("%d events written", written).hasSize(1).allSatisfy(one -> {
                assertThat(one.meta().id()).isEqualTo(skipped.meta().id());
                assertThat(one.reason()).isEqualTo(SkipReason.OPENED_WHILE_BLIND);
                assertThat(one.detail()).isEqualTo(skipped.detail());
            });
            assertComplete(topic, killed);
        }
    }

    @Test
    void aPairThatNoSecondSourceShowedIsSkippedForThatAtWhateverEventTheScannerIsKilled() {
        WatchFixture killed = WatchFixture.running().after(POLL);
        while (killed.published(ListingSkipped.class).isEmpty()) {
            killed.after(RESTART).observe(many(DEFAULT_SYMBOLS));
        }

        for (int written = 1; written <= killed.published().size(); written++) {
            Set<Pair> announced = ofType(killed.published().subList(0, written), ListingAnnounced.class)
                    .map(ListingAnnounced::pair)
                    .collect(Collectors.toSet());
            List<ListingEvent> topic = topic(killed, written, many(DEFAULT_SYMBOLS));

            assertThat(signals(topic)).as("%d events written", written).isEmpty();
            assertThat(skips(topic))
                    .as("%d events written", written)
                    .filteredOn(skipped -> announced.contains(skipped.pair()))
                    .hasSize(announced.size())
                    .allMatch(skipped -> skipped.reason() == SkipReason.NOT_CONFIRMED);
        }
    }

    @Test
    void aSurpriseIsSignalledOnceAndItsOpeningStatedAtWhateverEventTheScannerIsKilled() {
        WatchFixture killed = WatchFixture.running().after(POLL).observe(shown(DEFAULT_SYMBOLS, NEWT));

        for (int written = 0; written <= killed.published().size(); written++) {
            List<ListingEvent> topic = topic(killed, written, shown(DEFAULT_SYMBOLS, NEWT));

            assertThat(signals(topic)).as("%d events written", written).hasSize(1);
            assertThat(ids(topic)).as("%d events written", written).isEqualTo(ids(killed.published()));
        }
    }

    @Test
    void aRestartDoesNotMakeThePairsThatWaitYounger() {
        WatchFixture stopped = WatchFixture.running().after(POLL);
        for (int poll = 0; poll < 10; poll++) {
            stopped.after(RESTART).observe(many(DEFAULT_SYMBOLS)).observe(shown(TICKER_PRICE));
        }
        List<Message> past = List.of(
                started(configuration(), NOON), stopped.book().baseline().orElseThrow());

        WatchFixture next = WatchFixture.restarted(stopped.now().plus(RESTART), past)
                .observe(many(DEFAULT_SYMBOLS))
                .observe(many(TICKER_PRICE));

        assertThat(next.published(ListingSignal.class)).isEmpty();
        assertThat(next.published(ListingSkipped.class))
                .hasSize(MANY)
                .allMatch(skipped -> skipped.reason() == SkipReason.OPENED_WHILE_BLIND);
    }

    @Test
    void theOpeningThatIsCompletedIsTheOneThatWasLost() {
        WatchFixture killed = WatchFixture.running().after(BLIND).observe(shown(DEFAULT_SYMBOLS, NEWT));
        List<ListingEvent> past = ofType(killed.published(), ListingAnnounced.class)
                .<ListingEvent>map(event -> event)
                .toList();

        WatchFixture next = restarted(killed.now(), past).after(RESTART);

        assertThat(next.only(TradingOpened.class)).isEqualTo(killed.only(TradingOpened.class));
        assertThat(next.after(RESTART).published(TradingOpened.class)).hasSize(1);
    }

    /** Returns the topic after a scanner was killed behind its n-th event and the next one has observed again. */
    private static List<ListingEvent> topic(WatchFixture killed, int written, FeedObservation observation) {
        List<ListingEvent> past = killed.published().subList(0, written);
        WatchFixture next = restarted(killed.now(), past)
                .after(RESTART)
                .observe(observation)
                .after(POLL);
        List<ListingEvent> topic = new ArrayList<>(past);
        Set<Object> seen =
                new HashSet<>(past.stream().map(event -> event.meta().id()).toList());
        next.published().stream().filter(event -> seen.add(event.meta().id())).forEach(topic::add);
        return topic;
    }

    private static WatchFixture restarted(Instant at, List<ListingEvent> written) {
        List<Message> past = new ArrayList<>(List.of(started(configuration(), NOON), baseline(NOON, "BTCUSDT")));
        past.addAll(written);
        return WatchFixture.restarted(at, past);
    }

    private static void assertComplete(List<ListingEvent> topic, WatchFixture killed) {
        assertThat(ids(topic)).isEqualTo(ids(killed.published()));
    }

    /** The ids of all events but the verdicts, which depend on what the next scanner has seen. */
    private static Set<Object> ids(List<ListingEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof ListingQualified))
                .map(event -> event.meta().id())
                .collect(Collectors.toSet());
    }

    private static List<ListingSkipped> skips(List<ListingEvent> events) {
        return ofType(events, ListingSkipped.class).toList();
    }

    private static List<ListingSignal> signals(List<ListingEvent> events) {
        return ofType(events, ListingSignal.class).toList();
    }

    private static <E extends ListingEvent> Stream<E> ofType(List<ListingEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static FeedObservation many(ListingSource source) {
        return shown(
                source, IntStream.range(0, MANY).mapToObj(i -> "X" + i + "USDT").toArray(String[]::new));
    }
}

package io.firstfill.scanner.watch;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.baseline;
import static io.firstfill.scanner.fixture.Messages.started;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.restarted;
import static io.firstfill.scanner.watch.WatchFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.fixture.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scanner after a restart, and a second scanner, publish no event a second time under another id (FR-003). */
class RestartTest {
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(10));

    @Test
    void aListingSignalledBeforeIsNotSignalledAgain() {
        WatchFixture before = running().observe(calendar(coin("NEWT", OPENING)));

        WatchFixture after = restarted(LATER, past(before)).observe(calendar(coin("NEWT", OPENING)));

        assertThat(after.published()).isEmpty();
    }

    @Test
    void twoScannersPublishEventsWithTheSameIds() {
        WatchFixture one = running().observe(calendar(coin("NEWT", OPENING)));
        WatchFixture other = running().after(Duration.ofSeconds(3)).observe(calendar(coin("NEWT", OPENING)));

        assertThat(ids(one)).isEqualTo(ids(other)).isNotEmpty();
    }

    @Test
    void aListingThatMovedWhileNoScannerRanIsMovedOnce() {
        WatchFixture before = running().observe(calendar(coin("NEWT", OPENING)));

        WatchFixture after = restarted(LATER, past(before)).observe(calendar(coin("NEWT", OPENING.plusSeconds(60))));

        assertThat(after.only(ListingRescheduled.class).previousOpeningTime()).isEqualTo(OPENING);
        assertThat(after.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void theScannersOwnEventsComingBackOverTheTopicChangeNothing() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));
        List<ListingEvent> echo = List.copyOf(fixture.published());
        fixture.observe(calendar(coin("NEWT", OPENING.plusSeconds(60))));
        int published = fixture.published().size();

        echo.forEach(fixture::receive);
        fixture.observe(calendar(coin("NEWT", OPENING.plusSeconds(60))));

        assertThat(fixture.published()).hasSize(published);
        assertThat(fixture.book().nextOpening(NOON)).isEqualTo(OPENING.plusSeconds(60));
    }

    @Test
    void whatAppearedInTheGapIsAnnouncedAndNeverSignalled() {
        List<Message> past = List.of(started(Messages.configuration(), NOON), baseline(NOON, "BTCUSDT"));

        WatchFixture fixture =
                restarted(LATER, past).observe(shown(DEFAULT_SYMBOLS, NEWT)).observe(shown(TICKER_PRICE, NEWT));

        assertThat(fixture.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.OPENED_WHILE_BLIND);
        assertThat(fixture.types())
                .contains("ListingAnnounced", "TradingOpened")
                .doesNotContain("ListingSignal");
    }

    @Test
    void aQuickRestartIsNoGap() {
        List<Message> past = List.of(started(Messages.configuration(), NOON), baseline(NOON, "BTCUSDT"));

        WatchFixture fixture = restarted(NOON.plusSeconds(1), past).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void theBaselineIsWrittenOnlyAfterEverySourceHasAnswered() {
        WatchFixture fixture =
                restarted(NOON, List.of()).observe(shown(DEFAULT_SYMBOLS)).observe(shown(TICKER_PRICE));
        assertThat(fixture.book().baseline()).isEmpty();

        fixture.observe(Observations.market());

        assertThat(fixture.book().baseline().orElseThrow().symbols()).containsExactly("BTCUSDT");
    }

    @Test
    void theBaselineHasTheSurprise() {
        WatchFixture fixture = running().after(Duration.ofMillis(250)).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.book().isBaselineChanged()).isTrue();
        assertThat(fixture.book().baseline().orElseThrow().symbols()).containsExactly("BTCUSDT", NEWT);
    }

    private static List<Message> past(WatchFixture fixture) {
        List<Message> past = new ArrayList<>();
        past.add(started(Messages.configuration(), NOON));
        past.addAll(fixture.published());
        past.add(baseline(NOON, "BTCUSDT"));
        return past;
    }

    private static List<Object> ids(WatchFixture fixture) {
        return fixture.published().stream()
                .<Object>map(event -> event.meta().id())
                .toList();
    }
}

package io.firstfill.scanner.listing;

import static io.firstfill.contract.value.ListingSource.CALENDAR;
import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.contract.value.ListingSource.EXCHANGE_INFO;
import static io.firstfill.contract.value.ListingSource.OPERATOR;
import static io.firstfill.contract.value.ListingSource.TICKER_PRICE;
import static io.firstfill.scanner.fixture.Messages.announce;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.market;
import static io.firstfill.scanner.fixture.Observations.row;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.watch.WatchFixture;
import io.firstfill.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a person's announcement is evidence like any other: one listing, one signal, the exchange's time. */
class AnnouncedByHandTest {
    private static final String PAIR = "NEWT/USDT";
    private static final Instant LATER = OPENING.plusSeconds(600);

    @Test
    void aListingThatNoFeedShowsIsSignalledWithTheOpeningThatThePersonStates() {
        AnnounceListing command = announce(PAIR, OPENING, NOON);
        WatchFixture fixture = running().receive(command);

        ListingAnnounced announced = fixture.only(ListingAnnounced.class);
        assertThat(announced.source()).isEqualTo(OPERATOR);
        assertThat(announced.openingTime()).isEqualTo(OPENING);
        assertThat(announced.announcedBy()).isEqualTo(command.issuedBy());
        assertThat(announced.reason()).isEqualTo(command.reason());
        assertThat(announced.meta().causationId()).isEqualTo(command.meta().id());
        ListingSignal signal = fixture.only(ListingSignal.class);
        assertThat(signal.openingTime()).isEqualTo(OPENING);
        assertThat(signal.source()).isEqualTo(OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPersonAndTheCalendarAnnounceOneListingInEitherOrder(boolean personFirst) {
        WatchFixture fixture = running();
        Runnable person = () -> fixture.receive(announce(PAIR, OPENING, fixture.now()));
        Runnable feed = () -> fixture.observe(calendar(coin("NEWT", OPENING)));

        (personFirst ? person : feed).run();
        (personFirst ? feed : person).run();
        fixture.at(OPENING)
                .observe(shown(DEFAULT_SYMBOLS, NEWT))
                .observe(shown(TICKER_PRICE, NEWT))
                .observe(market(row(PAIR, Phase.ONLINE, OPENING)));

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
        assertThat(fixture.published(TradingOpened.class)).hasSize(1);
        assertThat(fixture.published()).extracting(ListingEvent::listingId).containsOnly(id(fixture));
        assertThat(fixture.published(ListingAnnounced.class).stream()
                        .filter(announced -> announced.source() == OPERATOR))
                .hasSize(1);
    }

    @Test
    void theExchangesOwnTimeMovesAListingThatOnlyAPersonHasAnnounced() {
        WatchFixture fixture = running().receive(announce(PAIR, OPENING, NOON));

        fixture.observe(calendar(coin("NEWT", LATER)));

        ListingRescheduled moved = fixture.only(ListingRescheduled.class);
        assertThat(moved.openingTime()).isEqualTo(LATER);
        assertThat(moved.source()).isEqualTo(CALENDAR);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aPersonsTimeDoesNotMoveWhatAFeedStates() {
        WatchFixture fixture = running().observe(calendar(coin("NEWT", OPENING)));

        fixture.receive(announce(PAIR, LATER, NOON));

        assertThat(fixture.published(ListingRescheduled.class)).isEmpty();
        assertThat(fixture.published(ListingAnnounced.class).getLast().openingTime())
                .isEqualTo(LATER);
        assertThat(opening(fixture)).isEqualTo(OPENING);
    }

    @Test
    void aPersonMovesWhatOnlyAPersonStates() {
        WatchFixture fixture = running().receive(announce(PAIR, OPENING, NOON));

        fixture.receive(announce(PAIR, LATER, NOON));

        assertThat(fixture.only(ListingRescheduled.class).openingTime()).isEqualTo(LATER);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void aRowOfTheCalendarThatIsHistoryMovesNothing() {
        WatchFixture fixture = running().receive(announce(PAIR, OPENING, NOON));

        fixture.observe(calendar(coin("NEWT", NOON.minus(Duration.ofDays(3)))));

        assertThat(fixture.published(ListingRescheduled.class)).isEmpty();
    }

    @Test
    void aPairThatTradesAlreadyIsRefusedAndNeverSignalled() {
        AnnounceListing command = announce("BTC/USDT", OPENING, NOON);
        WatchFixture fixture = running().receive(command);

        ListingWithdrawn refused = fixture.only(ListingWithdrawn.class);
        assertThat(refused.source()).isEqualTo(EXCHANGE_INFO);
        assertThat(refused.meta().causationId()).isEqualTo(command.meta().id());
        assertThat(fixture.published()).hasSize(1);
    }

    @Test
    void aListingThatHasOpenedIsNotAnnouncedAnew() {
        WatchFixture fixture =
                running().observe(calendar(coin("NEWT", OPENING))).at(OPENING).observe(shown(DEFAULT_SYMBOLS, NEWT));

        fixture.receive(announce(PAIR, OPENING.plusSeconds(60), OPENING));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(1);
        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
        assertThat(fixture.published(ListingWithdrawn.class)).hasSize(1);
    }

    @Test
    void theVerdictIsDemandedAsAlways() {
        SymbolFilter any = new SymbolFilter(Set.of(), List.of(), List.of());
        WatchFixture fixture = watching().run(Messages.configuration(any, new SafetySwitches(true, true, true)));

        fixture.receive(announce(PAIR, OPENING, NOON)).at(OPENING.minusSeconds(44));

        assertThat(fixture.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.NOT_QUALIFIED);
    }

    @Test
    void whateverTheOrderOfPersonAndFeedsItIsOneListingOneSignalAndTheExchangesTime() {
        Seed seed = Seed.fixed(3);
        Random random = Random.from(seed.random());
        for (int round = 0; round < 200; round++) {
            WatchFixture fixture = running();
            List<String> steps = new ArrayList<>();
            boolean stated = false;
            while (fixture.now().isBefore(OPENING.minusSeconds(120))) {
                fixture.after(Duration.ofSeconds(1 + random.nextInt(600)));
                int step = random.nextInt(4);
                steps.add(fixture.now() + " " + step);
                switch (step) {
                    case 0 -> fixture.receive(announce(PAIR, random.nextBoolean() ? OPENING : LATER, fixture.now()));
                    case 1 -> fixture.observe(calendar(coin("NEWT", OPENING)));
                    case 2 -> fixture.observe(market(row(PAIR, Phase.PAUSED, OPENING)));
                    default -> List.copyOf(fixture.published()).forEach(fixture::receive);
                }
                stated |= step == 1 || step == 2;
            }
            if (!stated) {
                fixture.observe(calendar(coin("NEWT", OPENING)));
            }
            fixture.at(OPENING).observe(shown(DEFAULT_SYMBOLS, NEWT)).observe(shown(TICKER_PRICE, NEWT));

            String description = seed + " round=" + round + " " + steps;
            assertThat(fixture.published(ListingSignal.class)).as(description).hasSize(1);
            assertThat(fixture.published(TradingOpened.class)).as(description).hasSize(1);
            assertThat(fixture.only(TradingOpened.class).openingTime())
                    .as(description)
                    .isEqualTo(OPENING);
            assertThat(fixture.published())
                    .as(description)
                    .extracting(ListingEvent::listingId)
                    .containsOnly(id(fixture));
        }
    }

    private static WatchFixture running() {
        return watching().run(Messages.configuration());
    }

    private static ListingId id(WatchFixture fixture) {
        return fixture.published(ListingAnnounced.class).getFirst().listingId();
    }

    private static @Nullable Instant opening(WatchFixture fixture) {
        return fixture.published(ListingSignal.class).getFirst().openingTime();
    }
}

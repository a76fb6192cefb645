package io.firstfill.scanner.listing;

import static io.firstfill.contract.value.ListingSource.CALENDAR;
import static io.firstfill.contract.value.ListingSource.OPERATOR;
import static io.firstfill.scanner.fixture.Messages.announce;
import static io.firstfill.scanner.fixture.Messages.withdraw;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.watch.WatchFixture.restarted;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.watch.WatchFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that what a person has announced is taken back alone, and that each command is answered once. */
class TakenBackByHandTest {
    private static final String PAIR = "NEWT/USDT";
    private static final Instant LATER = OPENING.plusSeconds(600);

    @Test
    void whatTheCalendarDropsStaysWithThePersonsTime() {
        WatchFixture fixture =
                running().observe(calendar(coin("NEWT", OPENING))).receive(announce(PAIR, LATER, NOON));

        fixture.observe(calendar()).observe(calendar()).observe(calendar());

        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
        assertThat(fixture.only(ListingRescheduled.class).openingTime()).isEqualTo(LATER);
    }

    @Test
    void takenBackByHandOnlyThatEvidenceIsGone() {
        WatchFixture fixture =
                running().receive(announce(PAIR, OPENING, NOON)).observe(calendar(coin("NEWT", OPENING)));

        fixture.receive(withdraw(id(fixture), NOON));

        ListingEvidenceWithdrawn gone = fixture.only(ListingEvidenceWithdrawn.class);
        assertThat(gone.source()).isEqualTo(OPERATOR);
        assertThat(gone.reason()).isEqualTo("a mistake");
        assertThat(fixture.published(ListingWithdrawn.class)).isEmpty();
        fixture.observe(calendar()).observe(calendar()).observe(calendar());
        assertThat(fixture.only(ListingWithdrawn.class).source()).isEqualTo(CALENDAR);
    }

    @Test
    void takenBackByHandTheListingIsWithdrawnWhereNoFeedStatesIt() {
        WatchFixture fixture = running().receive(announce(PAIR, OPENING, NOON));
        WithdrawListing command = withdraw(id(fixture), NOON);

        fixture.receive(command).receive(command);

        assertThat(fixture.only(ListingEvidenceWithdrawn.class).meta().causationId())
                .isEqualTo(command.meta().id());
        assertThat(fixture.only(ListingWithdrawn.class).source()).isEqualTo(OPERATOR);
        fixture.receive(announce(PAIR, OPENING, NOON));
        assertThat(fixture.published(ListingSignal.class))
                .extracting(ListingEvent::listingId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aCommandIsAnsweredOnceAlsoAfterARestartAndWhereNoProcessHasAnsweredIt() {
        AnnounceListing answered = announce(PAIR, OPENING, NOON);
        AnnounceListing open = announce("MEWT/USDT", OPENING, NOON);
        WatchFixture before = running().receive(answered);
        List<Message> past = new ArrayList<>(List.of(Messages.started(Messages.configuration(), NOON)));
        past.addAll(before.published());
        past.addAll(List.of(answered, open));

        WatchFixture after = restarted(NOON.plusSeconds(5), past).at(NOON.plusSeconds(6));

        assertThat(after.only(ListingAnnounced.class).pair()).isEqualTo(Pair.of("MEWT/USDT"));
        assertThat(after.only(ListingSignal.class).pair()).isEqualTo(Pair.of("MEWT/USDT"));
        after.receive(answered).receive(open);
        assertThat(after.published(ListingAnnounced.class)).hasSize(1);
    }

    @Test
    void twoScannersAnswerWithTheSameIds() {
        AnnounceListing command = announce(PAIR, OPENING, NOON);
        WatchFixture one = running().receive(command);
        WatchFixture other = running().after(Duration.ofSeconds(3)).receive(command);
        WithdrawListing withdrawal = withdraw(id(one), NOON);

        one.receive(withdrawal);
        other.receive(withdrawal);

        assertThat(ids(one)).isEqualTo(ids(other)).hasSize(4);
    }

    @Test
    void aRestartWithdrawsNothingThatAFeedStatesAfterAPersonTookBackTheirs() {
        WatchFixture before = running().receive(announce(PAIR, OPENING, NOON)).observe(calendar(coin("NEWT", OPENING)));
        before.receive(withdraw(id(before), NOON));

        WatchFixture after = restarted(NOON.plusSeconds(5), before.published()).at(NOON.plusSeconds(6));

        assertThat(after.published(ListingWithdrawn.class)).isEmpty();
        after.observe(calendar(coin("NEWT", OPENING)));
        assertThat(after.published(ListingAnnounced.class)).isEmpty();
        after.observe(calendar()).observe(calendar()).observe(calendar());
        assertThat(after.only(ListingWithdrawn.class).source()).isEqualTo(CALENDAR);
    }

    @Test
    void whatAFeedDroppedDuringARestartIsWithdrawnThoughItsEvidenceWasNoEvent() {
        WatchFixture before = running().receive(announce(PAIR, OPENING, NOON)).observe(calendar(coin("NEWT", OPENING)));
        before.receive(withdraw(id(before), NOON));

        WatchFixture after = restarted(NOON.plusSeconds(5), before.published()).at(NOON.plusSeconds(6));
        after.observe(calendar()).observe(calendar()).observe(calendar());

        assertThat(after.only(ListingWithdrawn.class).source()).isEqualTo(CALENDAR);
    }

    @Test
    void theWithdrawalOfAListingComesBeforeTheWordThatItsEvidenceIsGone() {
        WatchFixture fixture = running().receive(announce(PAIR, OPENING, NOON));

        fixture.receive(withdraw(id(fixture), NOON));

        assertThat(fixture.published()
                        .subList(
                                fixture.published().size() - 2,
                                fixture.published().size()))
                .extracting(Message::type)
                .containsExactly("ListingWithdrawn", "ListingEvidenceWithdrawn");
    }

    private static WatchFixture running() {
        return watching().run(Messages.configuration());
    }

    private static ListingId id(WatchFixture fixture) {
        return fixture.published(ListingAnnounced.class).getFirst().listingId();
    }

    private static List<MessageId> ids(WatchFixture fixture) {
        return fixture.published().stream().map(event -> event.meta().id()).toList();
    }
}

package io.firstfill.scanner.filter;

import static io.firstfill.contract.value.ListingSource.DEFAULT_SYMBOLS;
import static io.firstfill.scanner.fixture.Messages.change;
import static io.firstfill.scanner.fixture.Observations.NEWT;
import static io.firstfill.scanner.fixture.Observations.NOON;
import static io.firstfill.scanner.fixture.Observations.OPENING;
import static io.firstfill.scanner.fixture.Observations.calendar;
import static io.firstfill.scanner.fixture.Observations.coin;
import static io.firstfill.scanner.fixture.Observations.shown;
import static io.firstfill.scanner.watch.WatchFixture.restarted;
import static io.firstfill.scanner.watch.WatchFixture.watching;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.Amount;
import io.firstfill.scanner.fixture.Messages;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.watch.WatchFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves that a listing which a person leaves alone is signalled to no run, and is again when that is taken back. */
class LeftAloneTest {
    private static final ListingTerms ALONE = new ListingTerms(null, null, null, true);
    private static final ListingTerms NONE = new ListingTerms(null, null, null, false);
    private static final ListingTerms LESS = new ListingTerms(Amount.of("5"), null, null, false);

    @Test
    void theTermsArePublishedWithWhoAndWhy() {
        WatchFixture fixture = announced();
        ChangeListingTerms command = change(id(fixture), LESS, NOON);

        fixture.receive(command).receive(command);

        ListingTermsChanged changed = fixture.only(ListingTermsChanged.class);
        assertThat(changed.terms()).isEqualTo(LESS);
        assertThat(changed.changedBy()).isEqualTo(command.issuedBy());
        assertThat(changed.reason()).isEqualTo(command.reason());
        assertThat(changed.meta().causationId()).isEqualTo(command.meta().id());
    }

    @Test
    void aListingThatIsLeftAloneIsSkippedWithThatReason() {
        WatchFixture fixture = announced();
        fixture.receive(change(id(fixture), ALONE, NOON));

        fixture.run(Messages.configuration());

        assertThat(fixture.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.LEFT_ALONE);
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void takenBackBeforeTheOpeningTheListingIsSignalled() {
        WatchFixture fixture = leftAlone();

        fixture.receive(change(id(fixture), NONE, NOON)).at(OPENING.minusSeconds(1));
        List.copyOf(fixture.published()).forEach(fixture::receive);

        assertThat(fixture.published(ListingSignal.class)).hasSize(1);
        assertThat(fixture.published(ListingSkipped.class)).hasSize(1);
    }

    @Test
    void whatIsNotBoughtForAnotherReasonThenSaysSo() {
        SymbolFilter any = new SymbolFilter(Set.of(), List.of(), List.of());
        WatchFixture fixture = announced();
        fixture.receive(change(id(fixture), ALONE, NOON))
                .run(Messages.configuration(any, new SafetySwitches(true, true, true)));

        fixture.receive(change(id(fixture), NONE, NOON))
                .at(OPENING.minusSeconds(44))
                .at(OPENING.minusSeconds(1));

        assertThat(fixture.published(ListingSkipped.class))
                .extracting(ListingSkipped::reason)
                .containsExactly(SkipReason.LEFT_ALONE, SkipReason.NOT_QUALIFIED);
    }

    @Test
    void aRestartedScannerKnowsTheTermsAndAnswersACommandThatNobodyHas() {
        WatchFixture before = leftAlone();
        List<Message> past = new ArrayList<>(List.of(Messages.started(Messages.configuration(), NOON)));
        past.addAll(before.published());
        past.add(change(id(before), NONE, NOON));

        WatchFixture after = restarted(NOON.plusSeconds(5), past).at(NOON.plusSeconds(6));

        assertThat(after.only(ListingTermsChanged.class).terms()).isEqualTo(NONE);
        assertThat(after.published(ListingSignal.class)).hasSize(1);
    }

    @Test
    void whatIsSaidAfterTheOpeningOrAboutAnUnknownListingIsNotAnswered() {
        WatchFixture fixture = announced().run(Messages.configuration());

        fixture.receive(change(ListingId.derivedFrom("unknown"), ALONE, NOON))
                .at(OPENING)
                .receive(change(id(fixture), ALONE, OPENING));

        assertThat(fixture.published(ListingTermsChanged.class)).isEmpty();
    }

    @Test
    void aListingThatAFeedDropsAndStatesAgainStaysLeftAlone() {
        WatchFixture fixture = leftAlone();

        fixture.observe(calendar()).observe(calendar()).observe(calendar()).observe(calendar(coin("NEWT", OPENING)));

        assertThat(fixture.published(ListingAnnounced.class)).hasSize(2);
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
        assertThat(fixture.published(ListingTermsChanged.class).getLast().listingId())
                .isEqualTo(fixture.published(ListingAnnounced.class).getLast().listingId());
    }

    @Test
    void aListingThatIsDroppedAndAppearsUnannouncedStaysLeftAlone() {
        WatchFixture fixture = leftAlone();

        fixture.observe(calendar()).observe(calendar()).observe(calendar()).observe(shown(DEFAULT_SYMBOLS, NEWT));

        assertThat(fixture.published(ListingAnnounced.class).getLast().openingTime())
                .isNull();
        assertThat(fixture.published(ListingSignal.class)).isEmpty();
    }

    @Test
    void itStaysLeftAloneOnceItHasOpenedThoughAnotherConfigurationIsApplied() {
        WatchFixture fixture = leftAlone().at(OPENING).observe(shown(DEFAULT_SYMBOLS, NEWT));
        List.copyOf(fixture.published()).forEach(fixture::receive);
        assertThat(fixture.published(TradingOpened.class)).hasSize(1);

        fixture.receive(Messages.applied(Messages.configuration(), OPENING)).after(Duration.ofSeconds(1));

        assertThat(fixture.published(ListingSignal.class)).isEmpty();
        assertThat(fixture.only(ListingSkipped.class).reason()).isEqualTo(SkipReason.LEFT_ALONE);
    }

    @Test
    void aListingThatHasOpenedLeavesItsTermsToNoLaterOneOfThePair() {
        WatchFixture fixture = leftAlone().at(OPENING).observe(shown(DEFAULT_SYMBOLS, NEWT));
        List.copyOf(fixture.published()).forEach(fixture::receive);
        OperatorTerms terms = new OperatorTerms(Messages.PAPER);
        fixture.published().forEach(terms::apply);
        ListingAnnounced first = fixture.only(ListingAnnounced.class);
        Listing.Origin origin = new Listing.Origin(
                ListingId.derivedFrom("later"), first.pair(), DEFAULT_SYMBOLS, OPENING, first.meta());

        assertThat(terms.inherited(new Opened(origin, null, OPENING, Duration.ZERO, true), OPENING))
                .isEmpty();
    }

    private static WatchFixture announced() {
        return watching().observe(calendar(coin("NEWT", OPENING)));
    }

    private static WatchFixture leftAlone() {
        WatchFixture fixture = announced();
        return fixture.receive(change(id(fixture), ALONE, NOON)).run(Messages.configuration());
    }

    private static ListingId id(WatchFixture fixture) {
        return fixture.published(ListingAnnounced.class).getFirst().listingId();
    }
}

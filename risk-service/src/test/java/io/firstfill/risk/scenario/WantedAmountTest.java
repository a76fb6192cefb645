package io.firstfill.risk.scenario;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.SecondAttempt;
import io.firstfill.risk.book.RiskEngineFixture;
import io.firstfill.risk.exposure.WantedAmount;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves how long a larger amount that a person wants spent on a listing is wanted. */
class WantedAmountTest {
    private final RiskEngineFixture engine = RiskEngineFixture.open();
    private PermitGranted permit;

    @BeforeEach
    void aPersonWantsMoreSpentOnTheListingOfAnOrder() {
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        permit = engine.usablePermits().getFirst();
        engine.apply(new ChangeListingTerms(
                InputMessages.meta(NOON),
                PAPER,
                Actor.of("operator"),
                InputMessages.armed(permit).listingId(),
                new ListingTerms(Amount.of("25"), null, null, false),
                "test"));
        engine.apply(InputMessages.submitted(permit));
    }

    @ParameterizedTest
    @EnumSource(
            value = DenialReason.class,
            names = {"RUN_NOT_ACTIVE", "LISTING_WITHDRAWN", "NOT_SENT"})
    void itIsWantedAfterADenialThatTheListingCanOutlive(DenialReason reason) {
        engine.apply(SecondAttempt.denied(permit, reason));

        assertThat(wanted()).containsExactly(Amount.of("25"));
    }

    @Test
    void itIsNotWantedOnceTheListingIsDeniedForGood() {
        engine.apply(SecondAttempt.denied(permit, DenialReason.NOT_QUALIFIED));

        assertThat(wanted()).isEmpty();
    }

    @Test
    void itIsNotWantedOnceTheOrderIsRefusedForGood() {
        engine.apply(CapMessages.rejected(permit, Rejection.TERMINAL));

        assertThat(wanted()).isEmpty();
    }

    @Test
    void itIsWantedWhileThePairIsNotOpen() {
        engine.apply(CapMessages.rejected(permit, Rejection.NOT_OPEN));

        assertThat(wanted()).containsExactly(Amount.of("25"));
    }

    @Test
    void itIsNotWantedOnceTheOrderIsFilled() {
        engine.apply(InputMessages.filled(permit, NOON, "10"));

        assertThat(wanted()).isEmpty();
    }

    @Test
    void theRestIsWantedOnAfterAFillThatAnotherAttemptFollows() {
        engine.apply(InputMessages.filled(permit, NOON, "9").followed());

        assertThat(wanted()).containsExactly(Amount.of("16"));
    }

    @Test
    void theRestIsWantedOnAfterACancelThatAnotherAttemptFollows() {
        engine.apply(InputMessages.canceled(permit, NOON, "9").followed());

        assertThat(wanted()).containsExactly(Amount.of("16"));
    }

    @Test
    void nothingIsWantedOnceThatAttemptHasBoughtToo() {
        engine.apply(InputMessages.filled(permit, NOON, "9").followed());
        engine.apply(new SecondAttempt(permit, permit).filled("16"));

        assertThat(wanted()).isEmpty();
    }

    @Test
    void anAmountWithoutRoomDoesNotKeepASmallerOneFromItsPermit() {
        RiskEngineFixture tight = RiskEngineFixture.open();
        tight.apply(InputMessages.started(RUN, "10", InputMessages.caps(100, "50", 9)));

        tight.apply(CapMessages.wanted(1, "60"));
        tight.apply(CapMessages.wanted(2, "30"));
        tight.granted().forEach(granted -> tight.apply(InputMessages.returned(granted)));

        assertThat(tight.usablePermits()).extracting(PermitGranted::limit).contains(Amount.of("30"));
    }

    @Test
    void itIsNotWantedForAListingThatOpensWhileNoRunIsActive() {
        engine.apply(InputMessages.stop(RUN));

        engine.apply(opened(InputMessages.armed(permit).listingId()));

        assertThat(wanted()).isEmpty();
    }

    @Test
    void itIsWantedForAListingThatOpensDuringTheRun() {
        engine.apply(opened(InputMessages.armed(permit).listingId()));

        assertThat(wanted()).containsExactly(Amount.of("25"));
    }

    @Test
    void itIsWantedForTheNextRunWhereAnotherListingOpens() {
        engine.apply(InputMessages.stop(RUN));

        engine.apply(opened(ListingId.derivedFrom("another listing")));

        assertThat(wanted()).containsExactly(Amount.of("25"));
    }

    private static TradingOpened opened(ListingId listing) {
        return new TradingOpened(
                InputMessages.meta(NOON), PAPER, listing, Pair.of("NEWT/USDT"), ListingSource.TICKER_PRICE, NOON, NOON);
    }

    private List<Amount> wanted() {
        return engine.book.exposure().wanted().stream()
                .map(WantedAmount::amount)
                .toList();
    }
}

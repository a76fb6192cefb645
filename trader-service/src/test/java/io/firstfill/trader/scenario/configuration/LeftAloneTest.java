package io.firstfill.trader.scenario.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves that a listing which a person leaves alone is bought by nobody, unless that is taken back in time. */
class LeftAloneTest extends ArmedListing {
    @Test
    void leftAloneIsObeyedFromTheCommandOnAlsoWhenArmed() {
        Instant opening = armed();

        fixture.receive(command(ALONE));

        fixture.awaitOne(PermitReturned.class);
        assertThat(fixture.now()).isBefore(opening.minusSeconds(1));
        assertThat(fixture.published(OrderDenied.class))
                .as("the person may want it again")
                .isEmpty();
        fixture.time.advanceTo(opening.plusSeconds(20));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.published(OrderDenied.class))
                .singleElement()
                .satisfies(denied -> assertThat(denied.reason()).isEqualTo(DenialReason.LEFT_ALONE));
    }

    @Test
    void takenBackBeforeTheOpeningTheListingIsArmedAgain() {
        armed();
        ChangeListingTerms alone = command(ALONE);
        ChangeListingTerms back = command(NONE);

        fixture.receive(alone, answer(alone), back);
        assertThat(fixture.published(OrderArmed.class))
                .as("the scanner has not confirmed")
                .hasSize(1);
        fixture.receive(answer(back));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.published(OrderArmed.class)).hasSize(2);
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void theAnswerToAnEarlierCommandTakesNoLaterOneBack() {
        Instant opening = armed();
        ChangeListingTerms earlier = command(NONE);
        ChangeListingTerms alone = command(ALONE);

        fixture.receive(earlier, alone, answer(earlier));

        fixture.time.advanceTo(opening.plusSeconds(20));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void theAnswerMayBeReadBeforeItsCommandAndIsReadAgain() {
        armed();
        ChangeListingTerms alone = command(ALONE);
        ChangeListingTerms back = command(NONE);

        fixture.receive(answer(alone), answer(back), alone, back, answer(alone));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void aLeftAloneListingStaysLeftAloneAfterAnApply() {
        Instant opening = armed();

        change(ALONE);
        fixture.receive(OperatorMessages.applied(configuration("40", OrderStyle.MARKET, null)));

        fixture.time.advanceTo(opening.plusSeconds(20));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void whatIsSaidAfterTheOpeningChangesNothing() {
        Instant opening = armed();
        fixture.time.advanceTo(opening.minusMillis(1));
        ChangeListingTerms late = OperatorMessages.terms(Messages.LISTING, ALONE, opening);

        fixture.receive(late, OperatorMessages.answer(late, opening));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Messages.FIFTY);
    }

    @Test
    void aRestartedTraderObeysTheCommandOfThePast() {
        Instant opening = fixture.now().plusSeconds(4);
        fixture.past(past(market()))
                .past(
                        Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                        Messages.armed(opening),
                        command(ALONE))
                .open();

        fixture.time.advanceTo(opening.plusSeconds(20));
        assertThat(fixture.exchange.placed).isEmpty();
        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.LEFT_ALONE);
    }
}

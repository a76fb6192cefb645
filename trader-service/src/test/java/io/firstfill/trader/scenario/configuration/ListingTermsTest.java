package io.firstfill.trader.scenario.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.testkit.Seed;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.order.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Proves that the terms which a person sets for one listing before its opening hold for its buy, whatever was armed or
 * is applied.
 */
class ListingTermsTest extends ArmedListing {
    @Test
    void aSmallerAmountIsArmedAnewAndSpent() {
        armed();

        change(LESS);

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("20"));
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void aLargerAmountIsSpentOnceAPermitCoversIt() {
        armed();

        change(MORE);
        fixture.receive(granted(LARGE, "80"));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("80"));
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void anAmountThatNoPermitCoversIsDeniedWithThatReason() {
        fixture.past(past(market())).open();
        Instant opening = fixture.now().plusSeconds(60);
        change(MORE);

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));

        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.PERMIT_TOO_SMALL);
        assertThat(denied.detail()).isEqualTo("amount=80 permit=50");
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void styleAndPremiumOfTheListingComeBeforeThoseOfTheConfiguration() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        armed(capped("0.3"));

        change(new ListingTerms(null, null, Ratio.of("0.1"), false));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().terms())
                .isInstanceOfSatisfying(
                        Terms.Capped.class, terms -> assertThat(terms.price()).isEqualTo(Price.of("0.55")));
    }

    @Test
    void anotherStyleIsArmedAnew() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        armed(capped("0.3"));

        change(new ListingTerms(null, OrderStyle.MARKET, null, false));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().terms()).isEqualTo(new Terms.Market(Amount.of("50")));
    }

    @Test
    void theTermsOutlastAnApplyInBetween() {
        armed();

        change(LESS);
        fixture.receive(OperatorMessages.applied(configuration("80", OrderStyle.MARKET, null)), granted(LARGE, "80"));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("20"));
    }

    @Test
    void aRestartedTraderBuysOnTheTermsOfThePast() {
        Instant opening = fixture.now().plusSeconds(4);
        ChangeListingTerms less = command(LESS);
        fixture.past(answer(less), less)
                .past(past(market()))
                .past(
                        Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                        Messages.armed(opening),
                        granted(LARGE, "80"))
                .open();

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("20"));
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void termsThatAreAnsweredAfterTheOpeningLeaveThoseFromBefore() {
        Instant opening = openedWith(LESS, MORE);

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("20"));
    }

    @Test
    void aListingStaysLeftAloneWhenOtherTermsAreAnsweredAfterItsOpening() {
        Instant opening = openedWith(ALONE, MORE);

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.LEFT_ALONE);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    /** Terms are set before an opening, and others after it; the last permit covers the larger amount. */
    private Instant openedWith(ListingTerms before, ListingTerms after) {
        fixture.past(past(market())).open();
        Instant opening = fixture.now().plusSeconds(1);
        change(before);
        fixture.time.advanceTo(opening.plusMillis(10));
        change(after);
        fixture.receive(granted(LARGE, "80"));
        return opening;
    }

    @Test
    void whateverIsAskedForAroundAnOpeningBuysAtMostOnceAndNeverWhatIsLeftAlone() {
        Seed seed = Seed.fixed(7);
        Random random = Random.from(seed.random());
        for (int round = 0; round < 150; round++) {
            fixture.close();
            fixture = new EngineFixture();
            Instant opening = armed();
            List<String> asked = new ArrayList<>();
            boolean alone = false;
            while (fixture.now().isBefore(opening.minusMillis(200))) {
                ListingTerms terms = List.of(ALONE, NONE, LESS, MORE).get(random.nextInt(4));
                asked.add(fixture.now() + " " + terms);
                fixture.receive(granted(PermitId.derivedFrom("permit of", asked.size()), "80"));
                ChangeListingTerms command = OperatorMessages.terms(Messages.LISTING, terms, fixture.now());
                ListingTermsChanged answer = OperatorMessages.answer(command, fixture.now());
                boolean answerFirst = random.nextBoolean();
                fixture.receive(answerFirst ? answer : command, answerFirst ? command : answer);
                alone = terms.leaveAlone();
                fixture.time.advanceTo(fixture.now().plusMillis(random.nextInt(2_000)));
            }
            fixture.time.advanceTo(opening.plusSeconds(20));

            String description = seed + " round=" + round + " " + asked;
            assertThat(fixture.exchange.placed.size()).as(description).isEqualTo(alone ? 0 : 1);
            assertThat(fixture.published(OrderSubmitted.class).size()
                            + fixture.published(OrderDenied.class).size())
                    .as(description)
                    .isEqualTo(1);
        }
    }
}

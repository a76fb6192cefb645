package io.firstfill.trader.scenario.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Price;
import io.firstfill.testkit.Seed;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that the terms which a person sets for one listing before its opening hold for its buy, whatever was armed or
 * is applied, and that a listing that is left alone is bought by nobody.
 */
class ListingTermsTest {
    private static final ListingTerms ALONE = new ListingTerms(null, null, null, true);
    private static final ListingTerms NONE = new ListingTerms(null, null, null, false);
    private static final ListingTerms LESS = amount("20");
    private static final ListingTerms MORE = amount("80");
    private static final PermitId LARGE = PermitId.derivedFrom("large permit");

    private EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

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

    private Buy last() {
        return fixture.exchange.buys.getLast();
    }

    private void change(ListingTerms terms) {
        ChangeListingTerms command = command(terms);
        fixture.receive(command, answer(command));
    }

    private ChangeListingTerms command(ListingTerms terms) {
        return OperatorMessages.terms(Messages.LISTING, terms, fixture.now());
    }

    private ListingTermsChanged answer(ChangeListingTerms command) {
        return OperatorMessages.answer(command, fixture.now());
    }

    private Instant armed() {
        return armed(market());
    }

    /** Arms a buy of a run with the configuration; returns its opening. */
    private Instant armed(Configuration configuration) {
        fixture.past(past(configuration)).open();
        Instant opening = fixture.now().plusSeconds(4);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
        return opening;
    }

    private static Message[] past(Configuration configuration) {
        return new Message[] {
            Messages.trading(),
            OperatorMessages.started(configuration),
            Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
            Messages.granted(Messages.PERMIT),
            Messages.granted(PermitId.derivedFrom("second permit")),
            Messages.granted(PermitId.derivedFrom("third permit"))
        };
    }

    private static PermitGranted granted(PermitId id, String limit) {
        Instant expiry = VirtualTime.START.plus(Duration.ofMinutes(5));
        return new PermitGranted(
                Messages.meta(VirtualTime.START), Messages.PAPER, Messages.RUN, id, Amount.of(limit), expiry);
    }

    private static ListingTerms amount(String amount) {
        return new ListingTerms(Amount.of(amount), null, null, false);
    }

    private static Configuration market() {
        return configuration("50", OrderStyle.MARKET, null);
    }

    private static Configuration capped(String premium) {
        return configuration("50", OrderStyle.IOC_CAPPED, Ratio.of(premium));
    }

    private static Configuration configuration(String amount, OrderStyle style, @Nullable Ratio premium) {
        return new Configuration(
                "test",
                Amount.of(amount),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                style,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                null,
                premium,
                null);
    }
}

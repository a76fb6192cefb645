package io.firstfill.trader.scenario.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that what a configuration loosens holds for what is armed, too, once it can be paid for, and that whatever is
 * applied around an opening leads to at most one buy, on the terms of one configuration.
 */
class LoosenedConfigurationTest {
    private static final PermitId SECOND = PermitId.derivedFrom("second permit");
    private static final PermitId LARGE = PermitId.derivedFrom("large permit");
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(1);

    private EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aLargerAmountIsArmedAnewOnceThereIsAPermitForIt() {
        armed(market("50", LONG));

        fixture.receive(OperatorMessages.applied(market("80", LONG)));
        assertThat(fixture.published(OrderArmed.class)).hasSize(1);
        fixture.receive(granted(LARGE, "80"), granted(PermitId.derivedFrom("another"), "80"));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.exchange.placed).hasSize(1);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("80"));
        assertThat(fixture.published(OrderArmed.class)).hasSize(2);
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    @Test
    void aPermitThatComesRightBeforeTheOpeningTakesNothingBack() {
        Instant opening = armed(market("50", LONG));
        fixture.receive(OperatorMessages.applied(market("80", LONG)));
        fixture.time.advanceTo(opening.minusMillis(900));

        fixture.receive(granted(LARGE, "80"));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }

    @Test
    void onePermitArmsOneListingAnewAndTakesNoOtherBack() {
        Instant opening = armed(market("50", LONG));
        ListingId other = ListingId.derivedFrom("another pair");
        fixture.receive(Messages.signal(other, Pair.of("MEWT/USDT"), opening, opening.plusSeconds(10)));
        assertThat(fixture.published(OrderArmed.class)).hasSize(2);

        fixture.receive(granted(LARGE, "80"), OperatorMessages.applied(market("80", LONG)));

        fixture.time.advanceTo(opening.plusSeconds(5));
        assertThat(fixture.exchange.placed).hasSize(2);
        assertThat(fixture.published(OrderSubmitted.class))
                .extracting(OrderSubmitted::quoteAmount)
                .containsExactlyInAnyOrder(Amount.of("50"), Amount.of("80"));
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    @Test
    void aLongerValidityIsArmedAnew() {
        armed(market("50", SHORT));

        fixture.receive(OperatorMessages.applied(market("50", LONG)));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().recvWindow()).isEqualTo(LONG);
    }

    @Test
    void aHigherPriceCapIsArmedAnewAndTheSameOneAppliedAgainIsNot() {
        armed(capped("0.5"));

        fixture.receive(OperatorMessages.applied(capped("0.6")), OperatorMessages.applied(capped("0.6")));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(((Terms.Capped) last().terms()).price()).isEqualTo(Price.of("0.6"));
        assertThat(fixture.published(OrderArmed.class)).hasSize(2);
    }

    @Test
    void anArmedBuyOfThePastIsArmedAnewForTheLargerAmountThatWasAppliedSince() {
        Instant opening = fixture.now().plusSeconds(4);
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(Messages.PERMIT),
                        Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)),
                        Messages.armed(opening),
                        OperatorMessages.applied(market("80", LONG)),
                        granted(LARGE, "80"))
                .open();

        fixture.awaitOne(OrderAccepted.class);
        assertThat(last().quoteAmount()).isEqualTo(Amount.of("80"));
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void whateverIsAppliedAroundAnOpeningBuysOnceAndOnTheTermsOfOneConfiguration() {
        Seed seed = Seed.fixed(11);
        Random random = Random.from(seed.random());
        Set<Amount> bought = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            fixture.close();
            fixture = new EngineFixture();
            Instant opening = armed(market("50", LONG));
            Duration before = Duration.ofMillis(random.nextInt(2_500) - 250L);
            fixture.time.advanceTo(opening.minus(before));
            boolean larger = random.nextBoolean();
            Configuration applied = larger ? market("80", SHORT) : market("20", SHORT);

            fixture.receive(OperatorMessages.applied(applied), granted(LARGE, "80"));
            fixture.receive(OperatorMessages.applied(applied));
            fixture.time.advanceTo(opening.plusSeconds(20));

            String description = seed + " round=" + round + " before=" + before + " larger=" + larger;
            assertThat(fixture.published(OrderSubmitted.class).size()
                            + fixture.published(OrderDenied.class).size())
                    .as(description)
                    .isEqualTo(1);
            assertThat(fixture.exchange.placed.size()).as(description).isLessThanOrEqualTo(1);
            if (!fixture.exchange.placed.isEmpty()) {
                Buy buy = last();
                Configuration of = buy.quoteAmount().equals(Amount.of("50")) ? market("50", LONG) : applied;
                assertThat(buy.quoteAmount()).as(description).isEqualTo(of.quoteAmount());
                assertThat(buy.recvWindow()).as(description).isEqualTo(of.recvWindow());
                assertThat(buy.terms()).as(description).isEqualTo(new Terms.Market(of.quoteAmount()));
                bought.add(buy.quoteAmount());
            }
        }
        assertThat(bought).contains(Amount.of("50"), Amount.of("20"), Amount.of("80"));
    }

    @Test
    void aStopBeforeOrAfterAnAppliedConfigurationBuysNothing() {
        for (boolean stopFirst : List.of(true, false)) {
            fixture.close();
            fixture = new EngineFixture();
            Instant opening = armed(market("50", LONG));
            if (stopFirst) {
                fixture.receive(Messages.stop(), OperatorMessages.applied(market("80", LONG)));
            } else {
                fixture.receive(OperatorMessages.applied(market("80", LONG)), Messages.stop());
            }
            fixture.receive(granted(LARGE, "80"));

            fixture.time.advanceTo(opening.plusSeconds(20));

            assertThat(fixture.exchange.placed).as("stopFirst=%s", stopFirst).isEmpty();
        }
    }

    private Buy last() {
        return fixture.exchange.buys.getLast();
    }

    private Instant armed(Configuration configuration) {
        fixture.past(
                        Messages.trading(),
                        started(configuration),
                        Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                        Messages.granted(Messages.PERMIT),
                        Messages.granted(SECOND))
                .open();
        Instant opening = fixture.now().plusSeconds(4);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
        return opening;
    }

    private static RunStarted started(Configuration configuration) {
        RunStarted any = Messages.started();
        return new RunStarted(
                any.meta(), any.environment(), any.runId(), any.configuration(), configuration, any.startedBy());
    }

    private static PermitGranted granted(PermitId id, String limit) {
        Instant expiry = VirtualTime.START.plus(Duration.ofMinutes(5));
        return new PermitGranted(
                Messages.meta(VirtualTime.START), Messages.PAPER, Messages.RUN, id, Amount.of(limit), expiry);
    }

    private static Configuration market(String amount, Duration recvWindow) {
        return configuration(amount, OrderStyle.MARKET, recvWindow, null);
    }

    private static Configuration capped(String price) {
        return configuration("50", OrderStyle.IOC_CAPPED, LONG, price);
    }

    private static Configuration configuration(
            String amount, OrderStyle style, Duration recvWindow, @Nullable String priceCap) {
        return new Configuration(
                "test",
                Amount.of(amount),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                style,
                recvWindow,
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                priceCap == null ? null : Price.of(priceCap),
                null,
                null);
    }
}

package io.firstfill.trader.scenario.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that a buy that certainly cannot be paid is denied by us, and that an unknown balance denies none. */
class InsufficientBalanceTest {
    private final EngineFixture fixture = new EngineFixture()
            .past(
                    Messages.trading(),
                    Messages.started(),
                    Messages.granted(Accounts.permit(1)),
                    Messages.granted(Accounts.permit(2)));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aBuyThatCannotBePaidIsDeniedWithTheNumbersAndNothingIsSent() {
        Accounts.holding(fixture, "49.99").open();

        surprise("NEWT");

        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.reason()).isEqualTo(DenialReason.INSUFFICIENT_BALANCE);
        assertThat(denied.detail()).isEqualTo("amount=50 available=49.99 USDT");
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aBuyThatTakesTheWholeBalanceIsSent() {
        Accounts.holding(fixture, "50").open();

        surprise("NEWT");

        fixture.awaitOne(OrderSubmitted.class);
    }

    @Test
    void aBalanceThatIsNotKnownDeniesNothing() {
        fixture.open();

        surprise("NEWT");

        fixture.awaitOne(OrderSubmitted.class);
    }

    @Test
    void aBalanceOfAnOddRowDeniesNothing() {
        fixture.balances.answer =
                Uni.createFrom().item(Optional.of(new AccountBalances(Map.of(), Set.of(Accounts.USDT), true)));
        fixture.open();
        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(fixture.balances.questions).isNotEmpty();

        surprise("NEWT");

        fixture.awaitOne(OrderSubmitted.class);
    }

    @Test
    void aBalanceThatIsOldDeniesNothing() {
        Accounts.holding(fixture, "1").open();
        fixture.balances.answer = Uni.createFrom().item(Optional.empty());
        fixture.time.advance(Duration.ofMinutes(11));
        fixture.receive(granted("50"));

        surprise("NEWT");

        fixture.awaitOne(OrderSubmitted.class);
    }

    @Test
    void aBuyInFlightCountsAgainstTheBalance() {
        Accounts.holding(fixture, "99").open();
        fixture.exchange.answer = () -> Uni.createFrom().nothing();
        surprise("NEWT");
        fixture.awaitOne(OrderSubmitted.class);

        surprise("OTHER");

        OrderDenied denied = fixture.awaitOne(OrderDenied.class);
        assertThat(denied.listingId()).isEqualTo(Accounts.listing("OTHER"));
        assertThat(denied.detail()).isEqualTo("amount=50 available=49 USDT");
    }

    @Test
    void aBuyThatIsArmedCountsAgainstTheBalance() {
        Accounts.holding(fixture, "99").open();
        Instant opening = fixture.now().plusSeconds(15);
        fixture.receive(Accounts.signal("NEWT", opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);

        surprise("OTHER");

        assertThat(fixture.awaitOne(OrderDenied.class).listingId()).isEqualTo(Accounts.listing("OTHER"));
    }

    @Test
    void aBuyThatHasEndedCountsWithWhatItSpentUntilTheExchangeIsAskedAgain() {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        Accounts.holding(fixture, "99").open();
        fixture.balances.answer = Uni.createFrom().item(Optional.empty());
        surprise("NEWT");
        fixture.awaitOne(OrderFilled.class);

        surprise("OTHER");

        assertThat(fixture.awaitOne(OrderDenied.class).detail()).isEqualTo("amount=50 available=49 USDT");
    }

    @Test
    void aBalanceStatedAfterTheExchangeTookABuyIsWithoutItAndTheBuyCountsNoMore() {
        Accounts.holding(fixture, "150").open();
        fixture.exchange.pendingLookUp = Uni.createFrom().nothing();
        surprise("NEWT");
        fixture.awaitOne(OrderAccepted.class);
        Accounts.answering(fixture, "50");
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("SPOT"), Accounts.usdt("50")));
        fixture.receive(Messages.validate());
        fixture.time.advance(Duration.ofSeconds(1));

        surprise("OTHER");

        fixture.await(() -> fixture.published(OrderSubmitted.class).size() == 2, "the other one is sent, too");
    }

    @Test
    void aDenialTakesItsAmountFromNothing() {
        Accounts.holding(fixture, "50").open();
        Instant opening = fixture.now().plusSeconds(15);
        fixture.receive(Accounts.signal("NEWT", opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
        fixture.receive(new ListingWithdrawn(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Accounts.listing("NEWT"),
                Pair.of("NEWT/USDT"),
                ListingSource.CALENDAR));
        fixture.awaitOne(OrderDenied.class);

        surprise("OTHER");

        fixture.awaitOne(OrderSubmitted.class);
    }

    @Test
    void anArmedBuyThatWasTakenBackCountsNoMore() {
        Accounts.holding(fixture, "50").open();
        Instant opening = fixture.now().plusSeconds(15);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);

        fixture.receive(Messages.rescheduled(opening, opening.plusSeconds(3600)));
        surprise("OTHER");

        fixture.awaitOne(OrderSubmitted.class);
    }

    @Test
    void aDepositThatComesInTimeIsSeenBeforeTheOpening() {
        Accounts.holding(fixture, "1").open();
        Instant opening = fixture.now().plusSeconds(40);
        fixture.receive(Accounts.signal("NEWT", opening, opening.plusSeconds(10)));
        fixture.time.advanceTo(opening.minusSeconds(19));
        assertThat(fixture.published(OrderArmed.class)).isEmpty();
        assertThat(fixture.published(OrderDenied.class)).isEmpty();

        Accounts.answering(fixture, "60");

        fixture.awaitOne(OrderArmed.class);
        assertThat(fixture.balances.questions).as("not asked at each look").hasSizeLessThan(4);
    }

    @Test
    void aLargerAmountThatIsAppliedAndCannotBePaidTakesTheArmedBuyNotBack() {
        Accounts.holding(fixture, "60").open();
        Instant opening = fixture.now().plusSeconds(15);
        fixture.receive(Accounts.signal("NEWT", opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);

        fixture.receive(granted("80"), OperatorMessages.applied(buying("80")));

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.published(OrderSubmitted.class))
                .extracting(OrderSubmitted::quoteAmount)
                .containsExactly(Messages.FIFTY);
    }

    private PermitGranted granted(String limit) {
        return new PermitGranted(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Messages.RUN,
                PermitId.derivedFrom("permit over", limit),
                Amount.of(limit),
                fixture.now().plusSeconds(300));
    }

    private static Configuration buying(String quoteAmount) {
        Configuration was = Messages.started().snapshot();
        return new Configuration(
                was.name(),
                Amount.of(quoteAmount),
                was.symbols(),
                was.orderStyle(),
                was.recvWindow(),
                was.signalMaxAge(),
                was.latencyBudget(),
                was.probeWindow(),
                was.caps(),
                was.safety());
    }

    private void surprise(String base) {
        fixture.receive(Accounts.signal(base, null, fixture.now().plusSeconds(5)));
    }
}

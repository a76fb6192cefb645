package io.firstfill.trader.scenario.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves when the exchange is asked for the balances, and that they are reported when they have changed. */
class BalanceReportsTest {
    private static final Duration INTERVAL = Duration.ofMinutes(3);

    private final EngineFixture fixture =
            Accounts.holding(new EngineFixture(), "1000").past(Messages.trading(), Messages.started());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theValidationOfTheKeyReportsTheBalancesWithoutAnotherQuestion() {
        Instant began = fixture.now();
        fixture.open();

        BalancesReported report = fixture.awaitOne(BalancesReported.class);

        assertThat(report.balances()).containsExactly(Accounts.balance("1000", "0"));
        assertThat(report.asOf()).isEqualTo(began);
        assertThat(fixture.balances.questions).isEmpty();
    }

    @Test
    void theExchangeIsAskedOnceABuyIsFinalAndHasSettled() {
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.past(Messages.granted(Messages.PERMIT)).open();
        fixture.time.advance(Duration.ofSeconds(10));
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        Instant filled = fixture.awaitOne(OrderFilled.class).meta().occurredAt();
        Accounts.answering(fixture, "950");
        assertThat(fixture.balances.questions).isEmpty();

        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(fixture.balances.questions)
                .singleElement()
                .satisfies(asked -> assertThat(asked).isBetween(filled.plusSeconds(1), filled.plusSeconds(3)));
        assertThat(Accounts.reported(fixture)).containsExactly("1000", "950");
    }

    @Test
    void theExchangeIsAskedEveryFewMinutesAndABalanceThatStaysIsNotReportedAgain() {
        fixture.open();

        fixture.time.advance(INTERVAL.multipliedBy(3).plusSeconds(5));

        assertThat(fixture.balances.questions).hasSize(3);
        assertThat(Accounts.reported(fixture)).containsExactly("1000");
    }

    @Test
    void aBalanceThatStaysIsReportedOnceAnHourSoThatItsAgeSaysSomething() {
        fixture.open();

        fixture.time.advance(Duration.ofHours(2).plus(INTERVAL));

        assertThat(Accounts.reported(fixture)).containsExactly("1000", "1000", "1000");
        assertThat(fixture.published(BalancesReported.class).getLast().asOf())
                .isAfter(fixture.now().minus(INTERVAL.multipliedBy(3)));
    }

    @Test
    void aQuestionThatIsNotAnsweredIsRepeated() {
        fixture.open();
        fixture.balances.answer = Uni.createFrom().item(Optional.empty());
        fixture.time.advance(INTERVAL);
        int before = fixture.balances.questions.size();

        fixture.time.advance(Duration.ofSeconds(30));
        Accounts.answering(fixture, "10");
        fixture.time.advance(Duration.ofSeconds(15));

        assertThat(fixture.balances.questions.size() - before).isBetween(3, 5);
        assertThat(Accounts.reported(fixture)).containsExactly("1000", "10");
    }

    @Test
    void anAnswerThatALaterQuestionHasOvertakenIsDropped() {
        fixture.open();
        fixture.balances.answer = Uni.createFrom()
                .deferred(() -> fixture.time.after(Duration.ofSeconds(20)))
                .map(late -> Optional.of(Accounts.usdt("900")));
        fixture.time.advance(INTERVAL.plusSeconds(5));
        assertThat(fixture.balances.questions).hasSize(1);

        fixture.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("SPOT"), Accounts.usdt("500")));
        fixture.receive(Messages.validate());
        fixture.time.advance(Duration.ofSeconds(30));

        assertThat(Accounts.reported(fixture)).containsExactly("1000", "500");
    }

    @Test
    void theExchangeIsNotAskedInTheSecondsOfAnOpening() {
        Instant opening = fixture.now().plus(INTERVAL);
        fixture.past(Messages.granted(Messages.PERMIT)).open();
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));

        fixture.time.advanceTo(opening.plusSeconds(10));

        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
        assertThat(fixture.balances.questions)
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked).isAfterOrEqualTo(opening.plusSeconds(5)));
    }

    @Test
    void theExchangeIsNotAskedWhileARequestIsBeingSent() {
        fixture.open();
        fixture.receive(Messages.granted(Messages.PERMIT));
        fixture.exchange.answer = () -> Uni.createFrom().nothing();
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.awaitOne(OrderSubmitted.class);

        fixture.time.advance(INTERVAL.plusSeconds(30));

        assertThat(fixture.balances.questions).isEmpty();
    }

    @Test
    void anOddRowMakesItsOwnAssetUnknownAndNoOther() {
        Balance usdc = new Balance(Asset.of("USDC"), Amount.of("7"), Amount.ZERO);
        fixture.balances.answer = Uni.createFrom()
                .item(Optional.of(new AccountBalances(Map.of(usdc.asset(), usdc), Set.of(Accounts.USDT), true)));
        fixture.open();

        fixture.time.advance(INTERVAL.plusSeconds(5));

        assertThat(fixture.published(BalancesReported.class).getLast().balances())
                .as("an asset that is not known is no zero")
                .containsExactly(usdc);
    }
}

package io.firstfill.trader.scenario.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.engine.EngineFixture;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that a larger amount reaches an armed buy although the caps leave no room for a second permit. */
class LargerPermitTest {
    private static final Asset USDT = Asset.of("USDT");

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"CONCURRENT_LISTINGS, 1, 1", "TRADES_PER_HOUR, 10, 10", "OPEN_POSITIONS, 4, 4", "SPEND, 470, 500"})
    void theSmallerPermitIsGivenBackAndTheListingKeepsItsPlace(Cap cap, String used, String limit) {
        ListingId earlier = ListingId.derivedFrom("another pair");
        open();
        Instant opening = fixture.now().plusSeconds(60);
        arm(opening);
        fixture.receive(Messages.signal(earlier, Pair.of("MEWT/USDT"), opening, opening.plusSeconds(10)));

        fixture.receive(OperatorMessages.applied(configuration("80")), reached(cap, used, limit));
        fixture.time.advance(Duration.ofSeconds(4));
        assertThat(fixture.published(PermitReturned.class))
                .extracting(PermitReturned::permitId)
                .containsExactly(Messages.PERMIT);
        fixture.receive(granted("80"));

        OrderArmed armed = fixture.published(OrderArmed.class).getLast();
        assertThat(armed.listingId()).isEqualTo(Messages.LISTING);
        assertThat(armed.quoteAmount()).isEqualTo(Amount.of("80"));
        fixture.time.advanceTo(opening.plusSeconds(1));
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SPEND, 471, 500", "SPEND_PER_DAY, 500, 500", "CONSECUTIVE_FAILURES, 2, 2", "TRADES_PER_HOUR, 11, 10"})
    void nothingIsGivenBackWhereTheLargerPermitWouldNotFitInItsPlace(Cap cap, String used, String limit) {
        open();
        Instant opening = fixture.now().plusSeconds(60);
        arm(opening);

        fixture.receive(OperatorMessages.applied(configuration("80")), reached(cap, used, limit));
        fixture.time.advanceTo(opening.plusSeconds(1));

        assertThat(fixture.exchange.buys.getLast().quoteAmount()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"79.99, false", "80, true"})
    void nothingIsGivenBackForABuyThatCannotBePaid(String free, boolean givenBack) {
        AccountBalances balances =
                new AccountBalances(Map.of(USDT, new Balance(USDT, Amount.of(free), Amount.ZERO)), Set.of(), true);
        fixture.verdict = Uni.createFrom().item(new KeyCheck.Valid(true, false, List.of("SPOT"), balances));
        fixture.balances.answer = Uni.createFrom().item(Optional.of(balances));
        open();
        Instant opening = fixture.now().plusSeconds(60);
        arm(opening);

        fixture.receive(OperatorMessages.applied(configuration("80")), reached(Cap.CONCURRENT_LISTINGS, "1", "1"));
        fixture.time.advance(Duration.ofSeconds(4));

        assertThat(fixture.published(PermitReturned.class)).hasSize(givenBack ? 1 : 0);
    }

    @Test
    void aCapThatIsReachedOnlyWhilePermitsAreOnTheirWayBackTakesNothing() {
        open();
        Instant opening = fixture.now().plusSeconds(60);
        arm(opening);

        fixture.receive(OperatorMessages.applied(configuration("80")), reached(Cap.CONCURRENT_LISTINGS, "3", "3"));
        fixture.time.advance(Duration.ofMillis(1_900));
        fixture.receive(new CapCleared(
                Messages.meta(fixture.now()), Messages.PAPER, Messages.RUN, Cap.CONCURRENT_LISTINGS, "2", "3"));
        fixture.time.advance(Duration.ofSeconds(20));

        assertThat(fixture.published(PermitReturned.class)).isEmpty();
        assertThat(fixture.published(OrderArmed.class)).hasSize(1);
    }

    @Test
    void rightBeforeTheOpeningNothingIsGivenBack() {
        open();
        Instant opening = fixture.now().plusSeconds(11);
        arm(opening);

        fixture.receive(OperatorMessages.applied(configuration("80")), reached(Cap.CONCURRENT_LISTINGS, "1", "1"));
        fixture.time.advanceTo(opening.plusSeconds(1));

        assertThat(fixture.exchange.buys.getLast().quoteAmount()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }

    private void open() {
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                        Messages.granted(Messages.PERMIT))
                .open();
    }

    private void arm(Instant opening) {
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
    }

    private CapReached reached(Cap cap, String used, String limit) {
        return new CapReached(Messages.meta(fixture.now()), Messages.PAPER, Messages.RUN, cap, used, limit, null);
    }

    private PermitGranted granted(String limit) {
        return new PermitGranted(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                Messages.RUN,
                PermitId.derivedFrom("larger"),
                Amount.of(limit),
                fixture.now().plus(Duration.ofMinutes(5)));
    }

    private static Configuration configuration(String amount) {
        return new Configuration(
                "test",
                Amount.of(amount),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 1),
                new SafetySwitches(true, true, false));
    }
}

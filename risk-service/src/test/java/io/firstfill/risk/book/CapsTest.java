package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what counts against the caps, and which events report a cap (FR-008, SC-004). */
class CapsTest {
    private static final RunId NEXT_RUN = RunId.derivedFrom("next run");

    @ParameterizedTest(name = "trades {0}, spend {1}, listings {2} → {3} permits")
    @CsvSource({
        "9, 1000, 9, 5", // the pool itself is the limit
        "2, 1000, 9, 2",
        "9,   45, 9, 4", // a fifth permit of 10 would make 50
        "9, 1000, 3, 3",
        "2,   45, 3, 2",
        "9,    9, 9, 0"
    })
    void thePoolIsTheSmallestOfItselfAndEveryCap(int trades, String spend, int listings, int permits) {
        RiskEngineFixture engine = RiskEngineFixture.open();

        PublishedEvents published = engine.apply(InputMessages.started(RUN, "10", caps(trades, spend, listings)));

        assertThat(published.granted())
                .hasSize(permits)
                .allSatisfy(permit -> assertThat(permit.limit()).isEqualTo(Amount.of("10")));
    }

    @Test
    void theFinalFillCountsWithItsFilledAmount() {
        RiskEngineFixture engine = running(caps(9, "25", 9));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        PublishedEvents published = engine.apply(InputMessages.filled(permit, NOON, "4.5"));

        assertThat(published.granted()).as("4.5 + 10 + 10 fit into 25").hasSize(1);
        assertThat(engine.usage().spend()).isEqualTo(Amount.of("24.5"));
        assertThat(engine.usage().tradesInHour()).isEqualTo(3);
        assertThat(engine.usage().concurrentListings()).isEqualTo(2);
    }

    @Test
    void aCancelWithNothingFilledKeepsThePermitForTheNextAttempt() {
        RiskEngineFixture engine = running(caps(9, "10", 9));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        PublishedEvents canceled = engine.apply(InputMessages.canceled(permit, NOON, "0"));
        PublishedEvents returned = engine.apply(InputMessages.returned(permit));

        assertThat(canceled.granted()).isEmpty();
        assertThat(returned.granted()).hasSize(1);
    }

    @Test
    void aCancelThatFilledInPartIsABuy() {
        RiskEngineFixture engine = running(caps(1, "100", 9));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        engine.apply(InputMessages.canceled(permit, NOON, "3"));

        assertThat(engine.usage().spend()).isEqualTo(Amount.of("3"));
        assertThat(engine.usablePermits()).isEmpty();
    }

    @Test
    void aRestBoughtByASecondAttemptCountsWithTheAmountsOfBoth() {
        RiskEngineFixture engine = running(caps(9, "100", 1));
        PermitGranted first = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(first));

        engine.apply(InputMessages.canceled(first, NOON, "4"));
        PermitGranted second = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(second));
        engine.apply(InputMessages.filled(second, NOON, "6"));

        assertThat(engine.book.buys()).extracting(Buy::amount).containsExactly(Amount.of("4"), Amount.of("6"));
        assertThat(engine.usage().spend()).as("10 spent, 10 granted").isEqualTo(Amount.of("20"));
        assertThat(engine.usage().tradesInHour())
                .as("a trade each, one granted")
                .isEqualTo(3);
        assertThat(engine.usage().concurrentListings()).isEqualTo(1);
    }

    @Test
    void anOrderHandedToTheOperatorCountsWithItsWholeLimitUntilItIsFinal() {
        RiskEngineFixture engine = running(caps(9, "20", 1));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        engine.apply(InputMessages.handedOver(permit));
        Amount assumed = engine.usage().spend();
        engine.apply(InputMessages.filled(permit, NOON, "7"));

        assertThat(assumed).as("10 assumed, 10 reserved anew").isEqualTo(Amount.of("20"));
        assertThat(engine.usage().spend()).isEqualTo(Amount.of("17"));
    }

    @Test
    void anOrderSettledByAPersonDaysLaterStillCorrectsTheSpendOfItsRun() {
        RiskEngineFixture engine = running(caps(9, "20", 1));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.handedOver(permit));

        engine.advance(Duration.ofDays(3));
        Amount assumed = engine.usage().spend();
        engine.apply(InputMessages.filled(permit, engine.now, "7"));

        assertThat(assumed).isEqualTo(Amount.of("20"));
        assertThat(engine.usage().spend()).isEqualTo(Amount.of("17"));
        assertThat(engine.usage().tradesInHour()).as("the one granted").isEqualTo(1);
    }

    @Test
    void anHourAfterABuyItsPlaceIsFree() {
        RiskEngineFixture engine = running(caps(1, "1000", 9));
        buy(engine, engine.usablePermits().getFirst());

        PublishedEvents before = engine.advance(Duration.ofMinutes(59));
        PublishedEvents after = engine.advance(Duration.ofMinutes(1));

        assertThat(before.all()).isEmpty();
        assertThat(after.granted()).hasSize(1);
    }

    @Test
    void stoppingAndStartingDoesNotResetTheHour() {
        RiskEngineFixture engine = running(caps(1, "1000", 9));
        buy(engine, engine.usablePermits().getFirst());
        engine.apply(InputMessages.stop(RUN));

        PublishedEvents published = engine.apply(InputMessages.started(NEXT_RUN, "10", caps(1, "1000", 9)));

        assertThat(published.granted()).isEmpty();
        assertThat(engine.usage().spend()).as("spend is per run").isEqualTo(Amount.ZERO);
    }

    @Test
    void aCapIsReachedWhenNoPermitIsLeftAndReportsItsNumbers() {
        RiskEngineFixture engine = running(caps(1, "1000", 9));
        PermitGranted only = engine.usablePermits().getFirst();

        PublishedEvents published = engine.apply(InputMessages.submitted(only));

        assertThat(published.of(CapReached.class)).singleElement().satisfies(event -> {
            assertThat(event.cap()).isEqualTo(Cap.TRADES_PER_HOUR);
            assertThat(event.used()).isEqualTo("1");
            assertThat(event.limit()).isEqualTo("1");
        });
        assertThat(published.of(AlertRaised.class))
                .singleElement()
                .satisfies(alert -> assertThat(alert.summary()).contains("CAP_TRADES_PER_HOUR used=1 limit=1"));
    }

    @Test
    void aCapIsClearedWhenAPermitIsGrantedAgainAndWhenTheRunEnds() {
        RiskEngineFixture engine = running(caps(9, "1000", 1));
        PermitGranted only = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(only));

        PublishedEvents filled = engine.apply(InputMessages.filled(only, NOON, "10"));
        engine.apply(InputMessages.submitted(engine.usablePermits().getFirst()));
        PublishedEvents stopped = engine.apply(InputMessages.stop(RUN));

        assertThat(filled.of(CapCleared.class)).hasSize(1);
        assertThat(filled.of(AlertCleared.class)).hasSize(1);
        assertThat(stopped.of(CapCleared.class)).hasSize(1);
    }

    @Test
    void aPermitThatALostBookHadGrantedIsNotGrantedOnceMore() {
        List<PermitGranted> lost = running(caps(9, "1000", 9)).usablePermits();
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.set(TradingState.HALTED));
        engine.apply(InputMessages.started(RUN, "10", caps(9, "1000", 9)));
        engine.apply(InputMessages.submitted(lost.get(0)));
        engine.apply(InputMessages.filled(lost.get(0), NOON, "10"));
        engine.apply(InputMessages.returned(lost.get(2)));
        engine.advance(Duration.ofHours(1));

        PublishedEvents active = engine.apply(InputMessages.set(TradingState.ACTIVE));

        assertThat(active.granted())
                .as("the trader returns neither once more")
                .hasSize(5)
                .extracting(PermitGranted::permitId)
                .doesNotContain(lost.get(0).permitId(), lost.get(2).permitId())
                .contains(lost.get(1).permitId());
        assertThat(engine.book.running())
                .satisfies(run -> assertThat(run.gone()).isEmpty());
    }

    private static RiskEngineFixture running(Caps caps) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps));
        return engine;
    }

    private static void buy(RiskEngineFixture engine, PermitGranted permit) {
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.filled(permit, engine.now, "10"));
    }
}

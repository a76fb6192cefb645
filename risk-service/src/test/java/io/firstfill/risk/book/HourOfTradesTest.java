package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the hour of the cap on trades is an hour that has passed, whatever the wall clock shows (SC-004). */
class HourOfTradesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RunId NEXT_RUN = RunId.derivedFrom("next run");

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT24H", "P3650D", "-PT1H", "-P3650D"})
    void aStepOfTheClockFreesNoPlaceAndTheStepBackNeither(Duration step) {
        RiskEngineFixture engine = boughtOut();

        PublishedEvents away = engine.step(step);
        PublishedEvents back = engine.step(step.negated());

        assertThat(away.granted()).isEmpty();
        assertThat(back.granted()).isEmpty();
        assertThat(engine.usage().tradesInHour()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H"})
    void aStepOfTheClockDelaysNoPlaceEither(Duration step) {
        RiskEngineFixture engine = boughtOut();
        engine.step(step);

        PublishedEvents before = engine.advance(Duration.ofMinutes(59));
        PublishedEvents after = engine.advance(Duration.ofMinutes(1));

        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).hasSize(1);
    }

    @Test
    void aStepDuringARestartFreesNoPlace() {
        RiskEngineFixture engine = boughtOut();
        engine.now = engine.now.plus(HOUR);

        PublishedEvents restarted = engine.restart(Duration.ofSeconds(20));

        assertThat(restarted.granted()).isEmpty();
    }

    @Test
    void aFillThatIsReadLateCountsForAnHourFromItsReading() {
        RiskEngineFixture engine = running(1);
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.step(HOUR.multipliedBy(2));

        PublishedEvents filled = engine.apply(InputMessages.filled(permit, NOON, "10"));

        assertThat(filled.granted())
                .as("only a stepped clock says that the fill is old")
                .isEmpty();
        assertThat(engine.usage().tradesInHour()).isEqualTo(1);
    }

    @Test
    void restartsCostNoMoreThanTheirDowntimeAndTenSeconds() {
        RiskEngineFixture engine = boughtOut();
        for (int minute = 0; minute < 40; minute++) {
            engine.advance(Duration.ofMinutes(1));
        }
        engine.advance(Duration.ofSeconds(9));
        engine.restart(Duration.ofMinutes(5));

        PublishedEvents before = engine.advance(Duration.ofMinutes(19).plusSeconds(50));
        PublishedEvents after = engine.advance(Duration.ofSeconds(10));

        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).hasSize(1);
    }

    @Test
    void theElapsedTimeIsStoredEveryTenSecondsWhileABuyCountsAndNeverOtherwise() {
        RiskEngineFixture engine = running(2);
        RiskBook nothingBought = engine.book;
        engine.advance(Duration.ofSeconds(30));
        assertThat(engine.book).isSameAs(nothingBought);

        buy(engine);
        RiskBook bought = engine.book;
        engine.advance(Duration.ofSeconds(9));
        assertThat(engine.book).isSameAs(bought);
        engine.advance(Duration.ofSeconds(1));
        assertThat(engine.book).isNotEqualTo(bought);
    }

    @Test
    void aRunThatStartsWithTheHourUsedUpIsToldTheCapAndItsEnd() {
        RiskEngineFixture engine = boughtOut();
        engine.advance(Duration.ofMinutes(20));
        engine.apply(InputMessages.stop(RUN));

        PublishedEvents started = engine.apply(InputMessages.started(NEXT_RUN, "10", caps(1, "1000", 9)));
        PublishedEvents freed = engine.advance(Duration.ofMinutes(40));

        assertThat(started.granted()).isEmpty();
        assertThat(started.of(CapReached.class)).singleElement().satisfies(reached -> {
            assertThat(reached.runId()).isEqualTo(NEXT_RUN);
            assertThat(reached.cap()).isEqualTo(Cap.TRADES_PER_HOUR);
            assertThat(reached.until()).isEqualTo(engine.now);
        });
        assertThat(freed.of(CapCleared.class)).hasSize(1);
        assertThat(freed.granted()).hasSize(1);
    }

    @Test
    void aCapWhoseReasonIsAReservationHasNoEndByTime() {
        RiskEngineFixture engine = running(1);

        PublishedEvents submitted =
                engine.apply(InputMessages.submitted(engine.usablePermits().getFirst()));

        assertThat(submitted.of(CapReached.class))
                .singleElement()
                .satisfies(reached -> assertThat(reached.until()).isNull());
    }

    @Test
    void aCapIsClearedWhileHaltedWhenItsHourIsOver() {
        RiskEngineFixture engine = boughtOut();
        engine.apply(InputMessages.set(TradingState.HALTED));

        PublishedEvents over = engine.advance(HOUR);

        assertThat(over.of(CapCleared.class)).hasSize(1);
        assertThat(over.granted()).isEmpty();
    }

    private static RiskEngineFixture running(int tradesPerHour) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps(tradesPerHour, "1000", 9)));
        return engine;
    }

    /** Returns an engine whose one trade of the hour was bought at noon. */
    private static RiskEngineFixture boughtOut() {
        RiskEngineFixture engine = running(1);
        buy(engine);
        return engine;
    }

    private static void buy(RiskEngineFixture engine) {
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.filled(permit, engine.now, "10"));
    }
}

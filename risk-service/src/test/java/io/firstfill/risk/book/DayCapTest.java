package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.book.GuardrailsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves what counts on a UTC day, and that no step of a clock begins a day early, twice, or never. */
class DayCapTest {
    private static final Duration TO_MIDNIGHT = Duration.ofHours(12);
    private static final Instant MIDNIGHT = NOON.plus(TO_MIDNIGHT);

    @Test
    void theSpendOfADayIsCountedOverItsRunsAndEndsAtMidnight() {
        RiskEngineFixture engine = running("20");
        buy(engine);
        engine.apply(InputMessages.stop(RUN));

        engine.apply(InputMessages.started(RunId.derivedFrom("next"), "10", InputMessages.wide()));
        Amount before = engine.usage().spendOnDay();
        engine.advance(TO_MIDNIGHT);

        assertThat(before).isEqualTo(Amount.of("20"));
        assertThat(engine.book.exposure().day().spend()).isEqualTo(Amount.ZERO);
    }

    @Test
    void aUsedUpDayBlocksUntilMidnight() {
        RiskEngineFixture engine = running("10");

        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.filled(permit, NOON, "10"));

        assertThat(engine.book.running())
                .satisfies(run -> assertThat(run.reached()).containsExactly(Cap.SPEND_PER_DAY));
        PublishedEvents next = engine.advance(TO_MIDNIGHT);
        assertThat(next.granted()).hasSize(1);
    }

    @Test
    void theReportOfAReachedDayNamesMidnight() {
        RiskEngineFixture engine = running("15");
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        PublishedEvents filled = engine.apply(InputMessages.filled(permit, NOON, "8"));

        assertThat(filled.granted()).isEmpty();
        assertThat(engine.report().uses())
                .filteredOn(use -> use.cap() == Cap.SPEND_PER_DAY)
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.used()).isEqualTo("8");
                    assertThat(use.reached()).isTrue();
                    assertThat(use.until()).isEqualTo(MIDNIGHT);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT12H", "PT36H", "P400D"})
    void aStepForwardBeginsNoDayEarlyAndAStepBackLosesNoSum(Duration step) {
        RiskEngineFixture engine = running("10");
        buy(engine);

        PublishedEvents away = engine.step(step);
        PublishedEvents back = engine.step(step.negated());

        assertThat(away.granted()).isEmpty();
        assertThat(back.granted()).isEmpty();
        assertThat(engine.usage().spendOnDay()).isEqualTo(Amount.of("10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT13H", "-PT1H", "-P3D"})
    void aStepBackDelaysTheNextDayUntilTheClockIsRightAgainAndNoLonger(Duration step) {
        RiskEngineFixture engine = running("10");
        buy(engine);
        engine.step(step);

        PublishedEvents midnight = engine.advance(TO_MIDNIGHT);
        PublishedEvents corrected = engine.step(step.negated());

        assertThat(midnight.granted()).isEmpty();
        assertThat(corrected.granted()).hasSize(1);
    }

    @Test
    void whatIsBoughtAfterMidnightCountsThereThoughAClockSteppedBackSaysOtherwise() {
        RiskEngineFixture engine = running("10");
        PermitGranted old = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(old));
        engine.advance(TO_MIDNIGHT.plusMinutes(1));
        engine.step(Duration.ofHours(-1));

        PublishedEvents filled = engine.apply(InputMessages.filled(old, engine.now, "10"));

        assertThat(filled.granted()).isEmpty();
        assertThat(engine.usage().spendOnDay()).isEqualTo(Amount.of("10"));
    }

    @Test
    void aFillThatIsReadBeforeMidnightByASlowerClockCountsOnItsOwnDay() {
        RiskEngineFixture engine = running("15");
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.advance(TO_MIDNIGHT.minusMillis(20));
        engine.apply(InputMessages.filled(permit, MIDNIGHT.plusMillis(30), "10"));

        PublishedEvents midnight = engine.advance(Duration.ofMillis(20));

        assertThat(midnight.granted()).isEmpty();
        assertThat(engine.usage().spendOnDay()).isEqualTo(Amount.of("10"));
    }

    @Test
    void whatIsBoughtWhileTheNextDayIsLateCountsOnItOnceItBegins() {
        RiskEngineFixture engine = running("15");
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.step(Duration.ofMinutes(20)); // a correction: the clock was slow
        engine.advance(TO_MIDNIGHT.minusMinutes(10));
        engine.apply(InputMessages.filled(permit, engine.now, "10"));

        PublishedEvents nextDay = engine.restart(Duration.ofSeconds(20));

        assertThat(nextDay.granted()).isEmpty();
        assertThat(engine.usage().spendOnDay()).isEqualTo(Amount.of("10"));
    }

    @Test
    void aFillThatIsReadAfterMidnightCountsOnItsOwnDay() {
        RiskEngineFixture engine = running("10");
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        Instant lastMinute = MIDNIGHT.minusSeconds(5);
        engine.advance(TO_MIDNIGHT.plusSeconds(5));

        PublishedEvents filled = engine.apply(InputMessages.filled(permit, lastMinute, "10"));

        assertThat(filled.granted()).hasSize(1);
    }

    @Test
    void aWrongClockAtAStartBeginsADayOnceAndNotForEver() {
        RiskEngineFixture engine = running("10");
        buy(engine);
        engine.now = engine.now.plus(Duration.ofDays(400));
        PermitGranted early = engine.restart(Duration.ofSeconds(20)).granted().getFirst();
        engine.apply(InputMessages.submitted(early));
        engine.apply(InputMessages.filled(early, engine.now, "10"));
        engine.now = NOON.plusSeconds(60);

        PublishedEvents right = engine.restart(Duration.ofSeconds(20));
        engine.now = engine.now.plus(Duration.ofDays(400));
        PublishedEvents wrongAgain = engine.restart(Duration.ofSeconds(20));
        engine.now = NOON.plusSeconds(200);
        engine.restart(Duration.ofSeconds(20));
        PublishedEvents almostADay = engine.advance(Duration.ofHours(23));
        PublishedEvents aDay = engine.advance(Duration.ofHours(1));

        assertThat(right.granted()).isEmpty();
        assertThat(wrongAgain.granted()).isEmpty();
        assertThat(almostADay.granted()).isEmpty();
        assertThat(aDay.granted()).hasSize(1);
    }

    @Test
    void anOrderHandedToTheOperatorIsCorrectedOnItsDay() {
        RiskEngineFixture engine = running("100");
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        engine.apply(InputMessages.handedOver(permit));
        Amount assumed = engine.book.exposure().day().spend();
        engine.apply(InputMessages.filled(permit, NOON, "7"));

        assertThat(assumed).isEqualTo(Amount.of("10"));
        assertThat(engine.book.exposure().day().spend()).isEqualTo(Amount.of("7"));
    }

    private static RiskEngineFixture running(String spendPerDay) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.guardrails(0, only(Cap.SPEND_PER_DAY, spendPerDay)));
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        return engine;
    }

    private static void buy(RiskEngineFixture engine) {
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.filled(permit, engine.now, "10"));
    }
}

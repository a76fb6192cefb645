package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.JsonSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that no permit is granted for an hour after a risk book was lost, because the buys of the hour before the loss
 * are unknown (SC-004).
 */
class LostHourTest {
    private static final RecordPlace PLACE = RecordPlace.of("risk-books-changelog-0@7");

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 1_000, Integer.MAX_VALUE})
    void noPermitIsGrantedForAnHourWhateverTheCapOfTheHour(int tradesPerHour) {
        RiskEngineFixture engine = lostAndLoosened(tradesPerHour);

        PublishedEvents before = engine.advance(Duration.ofMinutes(60).minusNanos(1));
        PublishedEvents after = engine.advance(Duration.ofNanos(1));

        assertThat(engine.granted()).isEqualTo(after.granted());
        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).hasSize(Math.min(tradesPerHour, 2));
        assertThat(after.of(CapCleared.class)).hasSize(1);
    }

    @Test
    void theCapIsReportedWithTheEndOfTheHour() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.lose(PLACE);
        engine.apply(InputMessages.acknowledge(PLACE));
        engine.apply(InputMessages.set(TradingState.ACTIVE));
        engine.advance(Duration.ofMinutes(10));

        PublishedEvents started = engine.apply(InputMessages.started(RUN, "10", caps(9, "1000", 2)));

        assertThat(started.of(CapReached.class)).singleElement().satisfies(reached -> {
            assertThat(reached.cap()).isEqualTo(Cap.TRADES_PER_HOUR);
            assertThat(reached.until()).isEqualTo(engine.now.plus(Duration.ofMinutes(50)));
        });
        assertThat(started.of(AlertRaised.class)).extracting(AlertRaised::kind).containsExactly(AlertKind.CAP_REACHED);
    }

    @Test
    void theAlertAndTheHaltSayThatNoPermitComesForAnHour() {
        RiskEngineFixture engine = RiskEngineFixture.open();

        PublishedEvents lost = engine.lose(PLACE);
        String until = engine.now.plus(Duration.ofHours(1)).toString();
        engine.advance(Duration.ofMinutes(1));
        PublishedEvents restated = engine.restate();

        assertThat(lost.of(TradingStateChanged.class))
                .singleElement()
                .satisfies(halted -> assertThat(halted.reason()).contains("no permit before " + until));
        assertThat(lost.of(AlertRaised.class))
                .singleElement()
                .satisfies(alert -> assertThat(alert.summary()).contains("No permit before " + until));
        assertThat(restated.of(AlertRaised.class))
                .singleElement()
                .satisfies(alert -> assertThat(alert.summary()).contains("No permit before " + until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT24H", "-PT1H"})
    void aStepOfTheClockNeitherEndsTheHourNorDelaysIt(Duration step) {
        RiskEngineFixture engine = lostAndLoosened(9);

        PublishedEvents stepped = engine.step(step);
        PublishedEvents before = engine.advance(Duration.ofMinutes(59));
        PublishedEvents after = engine.advance(Duration.ofMinutes(1));

        assertThat(stepped.granted()).isEmpty();
        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).hasSize(2);
    }

    @Test
    void aRestartGoesOnWithTheHourAndDoesNotBeginItAnew() throws JsonProcessingException {
        RiskEngineFixture engine = lostAndLoosened(9);
        for (int minute = 0; minute < 30; minute++) {
            engine.advance(Duration.ofMinutes(1));
        }
        engine.advance(Duration.ofSeconds(9));
        engine.book = stored(engine.book);
        engine.restart(Duration.ofHours(2));

        PublishedEvents before = engine.advance(Duration.ofMinutes(29).plusSeconds(50));
        PublishedEvents after = engine.advance(Duration.ofSeconds(10));

        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).hasSize(2);
    }

    @Test
    void aSecondLossBeginsTheHourAnew() {
        RiskEngineFixture engine = lostAndLoosened(9);
        engine.advance(Duration.ofMinutes(59));
        loseAndLoosen(engine, 9);

        PublishedEvents before = engine.advance(Duration.ofMinutes(59));
        PublishedEvents after = engine.advance(Duration.ofMinutes(1));

        assertThat(before.granted()).isEmpty();
        assertThat(after.granted()).hasSize(2);
    }

    @Test
    void aBuyAfterTheLossCountsForItsOwnHour() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps(1, "1000", 2)));
        PermitGranted before = engine.usablePermits().getFirst();
        loseAndLoosen(engine, 1);
        engine.advance(Duration.ofMinutes(20));
        engine.apply(InputMessages.submitted(before));
        engine.apply(InputMessages.filled(before, engine.now, "10"));

        PublishedEvents known = engine.advance(Duration.ofMinutes(40));
        PublishedEvents free = engine.advance(Duration.ofMinutes(20));

        assertThat(known.granted()).isEmpty();
        assertThat(free.granted()).hasSize(1);
    }

    @Test
    void nothingOfTheLossIsKeptAfterItsHour() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.lose(PLACE);
        engine.apply(InputMessages.acknowledge(PLACE));

        engine.advance(Duration.ofHours(1));

        assertThat(engine.book.lostAt()).isNull();
    }

    private static RiskBook stored(RiskBook book) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        return json.readValue(json.writeValueAsString(book), RiskBook.class);
    }

    private static RiskEngineFixture lostAndLoosened(int tradesPerHour) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        loseAndLoosen(engine, tradesPerHour);
        return engine;
    }

    private static void loseAndLoosen(RiskEngineFixture engine, int tradesPerHour) {
        engine.lose(PLACE);
        engine.apply(InputMessages.acknowledge(PLACE));
        engine.apply(InputMessages.started(RUN, "10", caps(tradesPerHour, "1000", 2)));
        engine.apply(InputMessages.set(TradingState.ACTIVE));
    }
}

package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves what a record that could not be processed does to its environment, until a person acknowledges the record. */
class QuarantineTest {
    private static final RecordPlace PLACE = RecordPlace.of("orders.v1-2@4711");
    private static final RecordPlace OTHER = RecordPlace.of("commands.v1-2@12");

    static List<Function<RecordPlace, Message>> acknowledgements() {
        return List.of(InputMessages::acknowledge, InputMessages::acknowledged);
    }

    @Test
    void everyPermitWhoseOrderIsNotSubmittedIsRevokedAndNoneIsGranted() {
        RiskEngineFixture engine = running();
        PermitGranted sent = engine.usablePermits().get(0);
        PermitGranted armed = engine.usablePermits().get(1);
        engine.apply(InputMessages.submitted(sent));
        engine.apply(InputMessages.armed(armed));

        PublishedEvents quarantined = engine.quarantine(PLACE);
        PublishedEvents returned = engine.apply(InputMessages.returned(armed));
        PublishedEvents later = engine.advance(Duration.ofHours(2));

        assertThat(quarantined.revoked())
                .hasSize(2)
                .extracting(PermitRevoked::permitId)
                .contains(armed.permitId())
                .doesNotContain(sent.permitId());
        assertThat(quarantined.of(AlertRaised.class)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.RECORD_QUARANTINED);
            assertThat(alert.subject()).isEqualTo("risk orders.v1-2@4711");
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        });
        assertThat(returned.granted()).isEmpty();
        assertThat(later.granted()).isEmpty();
        assertThat(engine.book.quarantined()).containsExactly(PLACE);
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void anAcknowledgementClearsTheAlertAndGrantsAgain(Function<RecordPlace, Message> acknowledgement) {
        RiskEngineFixture engine = running();
        engine.quarantine(PLACE);
        engine.granted().forEach(permit -> engine.apply(InputMessages.returned(permit)));

        PublishedEvents acknowledged = engine.apply(acknowledgement.apply(PLACE));

        assertThat(acknowledged.granted()).hasSize(3);
        assertThat(acknowledged.of(AlertCleared.class))
                .as("also where the alert was stated below contract level 2")
                .allSatisfy(alert -> assertThat(alert.subject()).isEqualTo("risk orders.v1-2@4711"))
                .extracting(AlertCleared::kind)
                .containsExactly(AlertKind.RECORD_QUARANTINED, AlertKind.CHANNEL_STOPPED);
        assertThat(engine.book.quarantined()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void anAcknowledgementReadBeforeTheRecordHoldsToo(Function<RecordPlace, Message> acknowledgement) {
        RiskEngineFixture engine = running();

        PublishedEvents acknowledged = engine.apply(acknowledgement.apply(PLACE));
        PublishedEvents read = engine.quarantine(PLACE);

        assertThat(acknowledged.all()).isEmpty();
        assertThat(read.all()).isEmpty();
        assertThat(engine.book.quarantined()).isEmpty();
    }

    @Test
    void theLatchHoldsUntilEachRecordIsAcknowledged() {
        RiskEngineFixture engine = running();
        engine.quarantine(PLACE);
        engine.quarantine(OTHER);
        engine.granted().forEach(permit -> engine.apply(InputMessages.returned(permit)));

        PublishedEvents wrong = engine.apply(InputMessages.acknowledge(RecordPlace.of("orders.v1-2@4712")));
        PublishedEvents first = engine.apply(InputMessages.acknowledge(OTHER));
        PublishedEvents second = engine.apply(InputMessages.acknowledge(PLACE));

        assertThat(wrong.all()).isEmpty();
        assertThat(first.granted()).isEmpty();
        assertThat(first.of(AlertCleared.class)).hasSize(2);
        assertThat(second.granted()).hasSize(3);
    }

    @Test
    void aDuplicateOfTheRecordOrOfTheAcknowledgementChangesNothing() {
        RiskEngineFixture engine = running();
        engine.quarantine(PLACE);
        PublishedEvents again = engine.quarantine(PLACE);
        engine.apply(InputMessages.acknowledge(PLACE));

        PublishedEvents byTheLedger = engine.apply(InputMessages.acknowledged(PLACE));
        PublishedEvents afterwards = engine.quarantine(PLACE);

        assertThat(again.all()).isEmpty();
        assertThat(byTheLedger.all()).isEmpty();
        assertThat(afterwards.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TradingState.class)
    void theTradingStateAndTheLatchLeaveEachOtherAlone(TradingState state) {
        RiskEngineFixture engine = running();
        engine.quarantine(PLACE);

        PublishedEvents set = engine.apply(InputMessages.set(state));
        List<RecordPlace> quarantined = engine.book.quarantined();
        PublishedEvents acknowledged = engine.apply(InputMessages.acknowledge(PLACE));

        assertThat(set.of(TradingStateChanged.class)).hasSize(1);
        assertThat(set.granted()).isEmpty();
        assertThat(quarantined).containsExactly(PLACE);
        assertThat(acknowledged.of(TradingStateChanged.class)).isEmpty();
        assertThat(engine.book.tradingState()).isEqualTo(state);
    }

    @Test
    void aFloodOfRecordsIsBoundedAndTheLatestStandsForThoseBefore() {
        RiskEngineFixture engine = running();
        List<RecordPlace> places = IntStream.range(0, 500)
                .mapToObj(offset -> new RecordPlace("orders.v1", 2, offset))
                .toList();

        long open = 0;
        for (RecordPlace place : places) {
            PublishedEvents published = engine.quarantine(place);
            open += published.of(AlertRaised.class).size()
                    - published.of(AlertCleared.class).stream()
                            .filter(cleared -> cleared.kind() == AlertKind.RECORD_QUARANTINED)
                            .count();
        }

        assertThat(engine.book.quarantined()).hasSize(Quarantine.OPEN_LIMIT).contains(places.getLast());
        assertThat(open).as("one open alert for each open record").isEqualTo(Quarantine.OPEN_LIMIT);
    }

    private static RiskEngineFixture running() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps(9, "1000", 3)));
        return engine;
    }
}

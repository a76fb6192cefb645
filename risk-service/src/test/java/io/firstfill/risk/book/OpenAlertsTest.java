package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.JsonSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that an alert of risk is stated for as long as its condition holds, over restarts, and not longer. */
class OpenAlertsTest {
    private static final RecordPlace PLACE = RecordPlace.of("orders.v1-2@4711");

    @Test
    void aQuarantineAndACapAreStatedEveryDayUntilTheyAreOver() throws JsonProcessingException {
        RiskEngineFixture engine = RiskEngineFixture.open();
        List<AlertRaised> first = new ArrayList<>(
                engine.apply(InputMessages.started(RUN, "10", caps(9, "5", 9))).of(AlertRaised.class));
        first.addAll(engine.quarantine(PLACE).of(AlertRaised.class));

        List<AlertRaised> stated = new ArrayList<>();
        for (int hour = 0; hour < 10 * 24; hour++) {
            stated.addAll(engine.advance(Duration.ofHours(1)).of(AlertRaised.class));
            engine.book = stored(engine.book);
        }

        assertThat(first)
                .extracting(AlertRaised::kind)
                .containsExactly(AlertKind.CAP_REACHED, AlertKind.RECORD_QUARANTINED);
        assertThat(stated).hasSize(20);
        assertThat(stated)
                .extracting(alert -> alert.meta().causationId())
                .as("a restatement names the raise that it repeats")
                .containsOnly(first.get(0).meta().id(), first.get(1).meta().id());
        assertThat(engine.apply(InputMessages.acknowledge(PLACE)).of(AlertCleared.class))
                .hasSize(1);
        assertThat(engine.apply(InputMessages.stop(RUN)).of(AlertCleared.class)).hasSize(1);
        assertThat(engine.advance(Duration.ofDays(2)).all()).isEmpty();
        assertThat(engine.book.alerts()).isEmpty();
    }

    private static RiskBook stored(RiskBook book) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        return json.readValue(json.writeValueAsString(book), RiskBook.class);
    }
}

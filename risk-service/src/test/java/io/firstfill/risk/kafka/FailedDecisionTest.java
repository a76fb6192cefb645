package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that a decision that fails, on a record or by time, quarantines its environment alone. The failure is an event
 * about a chosen permit that cannot be written.
 */
class FailedDecisionTest {
    private static final EnvironmentId LIVE = EnvironmentId.of("live");

    private final Set<PermitId> unwritable = new HashSet<>();
    private final TopologyDriver driver = new TopologyDriver(codec(unwritable), PAPER, LIVE);

    @BeforeEach
    void open() {
        driver.pass(Duration.ofSeconds(3));
        driver.read(Topics.TRADING_STATE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRecordOnWhichTheDecisionFailsIsQuarantined() {
        unwritable.add(PermitId.derivedFrom(RUN, 1));

        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 2)));

        assertThat(driver.read(Topics.ALERTS, AlertRaised.class, PAPER))
                .singleElement()
                .satisfies(alert -> assertThat(alert.subject()).isEqualTo("risk runs.v1-0@0"));
        assertThat(driver.read(Topics.PERMITS))
                .as("nothing of the failed decision")
                .isEmpty();
        assertThat(driver.read(Topics.TRADING_STATE)).isEmpty();
        assertLiveBuys();
    }

    @Test
    void aDecisionByTimeThatFailsEverySecondIsStatedOnce() {
        driver.publish(InputMessages.started(RUN, "10", caps(1, "1000", 2)));
        PermitGranted permit =
                driver.read(Topics.PERMITS, PermitGranted.class, PAPER).getFirst();
        driver.publish(InputMessages.submitted(permit));
        driver.publish(InputMessages.filled(permit, NOON, "10"));
        driver.read(Topics.ALERTS);
        unwritable.add(PermitId.derivedFrom(RUN, 1));

        driver.pass(Duration.ofMinutes(61));

        assertThat(driver.read(Topics.ALERTS, AlertRaised.class, PAPER))
                .singleElement()
                .satisfies(alert -> assertThat(alert.subject()).contains("-books-changelog-0@"));
        assertLiveBuys();
    }

    @Test
    void aBookOnWhichEvenTheQuarantineFailsIsReplacedByAHaltedOne() {
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 1)));
        unwritable.add(PermitId.derivedFrom(RUN, 0));

        driver.publish(InputMessages.stop(RUN));

        assertThat(driver.read(Topics.TRADING_STATE, TradingStateChanged.class, PAPER))
                .extracting(TradingStateChanged::state)
                .containsExactly(TradingState.HALTED);
        assertThat(driver.read(Topics.PERMITS, PermitRevoked.class, PAPER)).isEmpty();
        assertLiveBuys();
    }

    private void assertLiveBuys() {
        driver.publish(InputMessages.started(LIVE, RunId.derivedFrom("live"), "10", caps(9, "1000", 2)));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, LIVE)).hasSize(2);
    }

    private static MessageCodec codec(Set<PermitId> unwritable) {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        json.registerModule(new SimpleModule().addSerializer(PermitId.class, new StdSerializer<>(PermitId.class) {
            @Override
            public void serialize(PermitId permit, JsonGenerator out, SerializerProvider provider) throws IOException {
                if (unwritable.contains(permit)) {
                    throw new IOException("unwritable on purpose");
                }
                out.writeString(permit.value().toString());
            }
        }));
        return new MessageCodec(json, MessageCodec.LATEST_LEVEL);
    }
}

package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a stored risk book that cannot be read halts its environment alone, and is kept. */
class LostBookTest {
    private static final EnvironmentId LIVE = EnvironmentId.of("live");

    private final TopologyDriver driver = new TopologyDriver(MessageCodec.standard(), PAPER, LIVE);

    @BeforeEach
    void bothEnvironmentsAreOpen() {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 2)));
        driver.read(Topics.TRADING_STATE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aStoredBookThatCannotBeReadHaltsItsEnvironmentAloneAndIsKept() {
        byte[] broken = "{\"environment\":".getBytes(UTF_8);
        driver.overwrite("paper", broken);
        driver.restart();
        driver.pass(Duration.ofSeconds(5));

        assertThat(driver.read(Topics.TRADING_STATE, TradingStateChanged.class, PAPER))
                .extracting(TradingStateChanged::state)
                .containsExactly(TradingState.HALTED);
        List<AlertRaised> alerts = driver.read(Topics.ALERTS, AlertRaised.class, PAPER);
        assertThat(alerts)
                .extracting(AlertRaised::subject)
                .containsOnly(alerts.getFirst().subject());
        assertThat(driver.stored().values()).anySatisfy(kept -> assertThat(kept).isEqualTo(broken));
        assertLiveBuys();

        driver.publish(InputMessages.acknowledge(
                RecordPlace.of(alerts.getFirst().subject().substring("risk ".length()))));
        driver.publish(InputMessages.started(RunId.derivedFrom("next"), "10", caps(9, "1000", 2)));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER))
                .as("still HALTED")
                .isEmpty();
        driver.publish(InputMessages.set(TradingState.ACTIVE));
        driver.pass(Duration.ofMinutes(30));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER))
                .as("the buys of the hour before the loss are unknown")
                .isEmpty();
        driver.restart();
        driver.pass(Duration.ofMinutes(29));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER))
                .as("the buys are unknown after a restart, too")
                .isEmpty();

        driver.pass(Duration.ofMinutes(2));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{\"environment\":\"live\"}", "{\"environment\":\"paper\",\"buys\":[null]}"})
    void anyOtherBytesInPlaceOfABookDoTheSame(String stored) {
        driver.overwrite("paper", stored.getBytes(UTF_8));
        driver.overwrite("Not A Name", stored.getBytes(UTF_8));
        driver.restart();
        driver.pass(Duration.ofSeconds(5));

        assertThat(driver.read(Topics.ALERTS, AlertRaised.class, PAPER))
                .extracting(AlertRaised::subject)
                .isNotEmpty()
                .allMatch(subject -> subject.contains("-books-changelog-0@"));
        assertLiveBuys();
    }

    private void assertLiveBuys() {
        driver.publish(InputMessages.started(LIVE, RunId.derivedFrom("live run"), "10", caps(9, "1000", 4)));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, LIVE)).hasSize(4);
    }
}

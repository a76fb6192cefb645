package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves for every input topic that a record that cannot be processed quarantines its environment alone, over restarts
 * and until it is acknowledged, and that the topology goes on.
 */
class UnprocessableRecordsTest {
    private static final EnvironmentId LIVE = EnvironmentId.of("live");
    private static final RunId LIVE_RUN = RunId.derivedFrom("live run");
    private static final MessageCodec CODEC = MessageCodec.standard();

    private final TopologyDriver driver = new TopologyDriver(CODEC, PAPER, LIVE);

    static Stream<String> topics() {
        return Stream.of(Topics.COMMANDS, Topics.RUNS, Topics.ORDERS, Topics.CREDENTIALS, Topics.TRADING_STATE);
    }

    /** Every input topic with every kind of bytes that is no message of it. */
    static Stream<Arguments> unreadable() {
        return topics().flatMap(topic -> kinds(topic).map(kind -> Arguments.of(topic, kind)));
    }

    private static Stream<byte[]> kinds(String topic) {
        Stream<String> texts = Stream.of(
                "",
                "\u0000",
                "null",
                "[]",
                "{",
                "{\"type\":\"AddedTomorrow\"}",
                "[".repeat(100_000),
                "{\"type\":\"StopRun\",\"meta\":null,\"environment\":\"paper\"}");
        Message ofAnotherTopic =
                topic.equals(Topics.COMMANDS) ? InputMessages.suspended(RUN) : InputMessages.set(TradingState.HALTED);
        return Stream.concat(
                texts.map(text -> text.getBytes(UTF_8)),
                Stream.of(new byte[] {0, (byte) 0xff, (byte) 0xc3}, CODEC.write(ofAnotherTopic)));
    }

    static Stream<Function<RecordPlace, Message>> acknowledgements() {
        return Stream.of(InputMessages::acknowledge, InputMessages::acknowledged);
    }

    @BeforeEach
    void bothEnvironmentsRun() {
        driver.pass(Duration.ofSeconds(3));
        driver.publish(InputMessages.started(RUN, "10", caps(9, "1000", 2)));
        driver.publish(InputMessages.started(LIVE, LIVE_RUN, "10", caps(9, "1000", 2)));
        assertThat(driver.read(Topics.PERMITS)).hasSize(4);
        driver.read(Topics.TRADING_STATE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void aRecordThatCannotBeReadQuarantinesItsEnvironmentAlone(String topic, byte[] value) {
        driver.pipe(topic, "paper", value);

        assertThat(driver.read(Topics.ALERTS, AlertRaised.class, PAPER))
                .singleElement()
                .satisfies(alert -> assertThat(alert.subject()).startsWith("risk " + topic + "-0@"));
        assertThat(driver.read(Topics.PERMITS, PermitRevoked.class, PAPER)).hasSize(2);
        assertThat(driver.read(Topics.TRADING_STATE))
                .as("the trading state stays")
                .isEmpty();
        assertLiveBuys();
    }

    @Test
    void aRecordOfListingsThatCannotBeReadHoldsUpNothing() {
        kinds(Topics.LISTINGS).forEach(value -> driver.pipe(Topics.LISTINGS, "paper", value));

        assertThat(driver.read(Topics.ALERTS)).isEmpty();
        assertThat(driver.read(Topics.PERMITS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aRecordWithoutAValueIsNoFailure(String topic) {
        driver.pipe(topic, "paper", null);

        assertThat(driver.read(Topics.ALERTS)).isEmpty();
    }

    @Test
    void aRecordUnderAnotherEnvironmentsKeyQuarantinesBoth() {
        driver.pipe(Topics.COMMANDS, "live", CODEC.write(InputMessages.set(TradingState.HALTED)));

        assertThat(driver.read(Topics.ALERTS)).extracting(Message::environment).containsExactlyInAnyOrder(PAPER, LIVE);
        assertThat(driver.read(Topics.TRADING_STATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another", "Not A Name", "\u0000"})
    void aRecordWhoseKeyNamesNoEnvironmentQuarantinesAllOfThePartition(String key) {
        driver.pipe(Topics.ORDERS, key, "{".getBytes(UTF_8));
        driver.pipe(Topics.ORDERS, null, "{".getBytes(UTF_8));

        assertThat(driver.read(Topics.ALERTS))
                .extracting(Message::environment)
                .containsExactlyInAnyOrder(PAPER, LIVE, PAPER, LIVE);
    }

    @ParameterizedTest
    @MethodSource("acknowledgements")
    void theQuarantineOutlivesRestartsAndEndsWithTheAcknowledgement(Function<RecordPlace, Message> acknowledgement) {
        RecordPlace place = poison();
        returnPermits();

        driver.restart();
        driver.pass(Duration.ofMinutes(3));
        List<PermitGranted> whileItHeld = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.publish(acknowledgement.apply(place));

        assertThat(whileItHeld).isEmpty();
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).hasSize(2);
        assertThat(driver.read(Topics.ALERTS, AlertCleared.class, PAPER))
                .extracting(AlertCleared::kind)
                .containsExactly(AlertKind.RECORD_QUARANTINED, AlertKind.CHANNEL_STOPPED);
        driver.restart();
        driver.pass(Duration.ofMinutes(3));
        assertThat(driver.read(Topics.ALERTS)).isEmpty();
    }

    /** The topic of the alerts forgets after a week. */
    @Test
    void theAlertIsStatedEveryDayOverRestartsUntilTheAcknowledgement() {
        RecordPlace place = poison();
        returnPermits();
        List<AlertRaised> stated = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            driver.jump(Duration.ofHours(24));
            stated.addAll(driver.read(Topics.ALERTS, AlertRaised.class, PAPER));
            driver.restart();
        }

        driver.publish(InputMessages.acknowledge(place));
        driver.jump(Duration.ofHours(25));

        assertThat(stated)
                .extracting(AlertRaised::subject)
                .filteredOn(subject -> subject.startsWith("risk "))
                .hasSizeGreaterThanOrEqualTo(10)
                .containsOnly("risk " + place);
        assertThat(driver.read(Topics.ALERTS, AlertRaised.class, PAPER))
                .extracting(AlertRaised::subject)
                .doesNotContain("risk " + place);
    }

    @Test
    void aHaltReadMeanwhileIsTheTradingStateAfterTheAcknowledgement() {
        RecordPlace place = poison();
        returnPermits();

        driver.publish(InputMessages.set(TradingState.HALTED));
        driver.publish(InputMessages.acknowledge(place));
        List<PermitGranted> halted = driver.read(Topics.PERMITS, PermitGranted.class, PAPER);
        driver.publish(InputMessages.set(TradingState.ACTIVE));

        assertThat(halted).isEmpty();
        assertThat(driver.read(Topics.TRADING_STATE, TradingStateChanged.class, PAPER))
                .extracting(TradingStateChanged::state)
                .containsExactly(TradingState.HALTED, TradingState.ACTIVE);
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, PAPER)).hasSize(2);
    }

    private RecordPlace poison() {
        driver.pipe(Topics.ORDERS, "paper", "{".getBytes(UTF_8));
        return placeOf(driver.read(Topics.ALERTS, AlertRaised.class, PAPER).getFirst());
    }

    private static RecordPlace placeOf(AlertRaised alert) {
        return RecordPlace.of(alert.subject().substring("risk ".length()));
    }

    /** Returns every permit of paper, as the trader does after their revocation. */
    private void returnPermits() {
        driver.read(Topics.PERMITS, PermitRevoked.class, PAPER)
                .forEach(revoked -> driver.publish(InputMessages.returned(granted(revoked))));
    }

    private static PermitGranted granted(PermitRevoked revoked) {
        return new PermitGranted(
                revoked.meta(),
                PAPER,
                revoked.runId(),
                revoked.permitId(),
                Amount.of("10"),
                revoked.meta().occurredAt());
    }

    private void assertLiveBuys() {
        driver.publish(InputMessages.started(LIVE, RunId.derivedFrom("live run 2"), "10", caps(9, "1000", 4)));
        assertThat(driver.read(Topics.PERMITS, PermitGranted.class, LIVE)).isNotEmpty();
    }
}

package io.firstfill.control.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.Settings;
import io.firstfill.control.environment.BalanceBook;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.guardrail.CapBook;
import io.firstfill.control.liveness.HeartbeatFixture;
import io.firstfill.control.readiness.LedgerReport.Recording;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the gate closes for a record nobody could process and for a ledger that does not record. */
class StartGateTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final EnvironmentId OTHER = EnvironmentId.of("other");
    private static final RecordPlace PLACE = new RecordPlace(Topics.ORDERS, 2, 4711);
    private static final Meta META = Meta.first(MessageId.derivedFrom("m"), Instant.EPOCH);

    private final EnvironmentBook book = new EnvironmentBook();
    private final SkippedRecords skipped = new SkippedRecords();
    private LedgerReport report = new LedgerReport(true, null);
    private final LedgerWatch ledger = new LedgerWatch(() -> Uni.createFrom().item(() -> report), Settings.standard());
    private final Quarantine quarantine = new Quarantine(book, ledger, skipped);
    private final HeartbeatFixture services = new HeartbeatFixture();
    private final CapBook caps = new CapBook();
    private final StartGate gate = new StartGate(
            book,
            quarantine,
            ledger,
            new ServiceChecks(book, services.book, services.hearing),
            caps,
            new BalanceCheck(new BalanceBook(MessageCodec.standard()), services::now, Settings.standard()));

    @Test
    void aRecordStaysInQuarantineUntilEachServiceHasClearedIt() {
        raised("risk");
        raised("trader");
        assertThat(gate.quarantined(PAPER)).containsExactly(new QuarantinedRecord(PLACE, List.of("risk", "trader")));

        cleared("risk");
        assertThat(item("records").ok()).isFalse();
        assertThat(item("records").remedy()).contains(PLACE + " (trader)", "environments/paper/acknowledgements");
        assertThat(gate.quarantined(OTHER)).isEmpty();

        cleared("trader");
        assertThat(item("records").ok()).isTrue();
        assertThat(quarantine.awaits(PAPER, PLACE)).isFalse();
    }

    @Test
    void aRecordWhoseKeyNamesNoEnvironmentIsAcknowledgedInAnyUntilItsAlertIsCleared() {
        AlertKind kind = AlertKind.UNREADABLE_MESSAGE;
        book.apply(new AlertRaised(
                META, EnvironmentId.UNKNOWN, kind, PLACE.toString(), Severity.WARNING, "for the test", null));
        assertThat(quarantine.awaits(PAPER, PLACE)).isTrue();
        assertThat(quarantine.awaits(OTHER, PLACE)).isTrue();
        assertThat(quarantine.awaits(PAPER, new RecordPlace(Topics.ORDERS, 2, 4712)))
                .isFalse();
        assertThat(item("records").ok()).isTrue();

        book.apply(new AlertCleared(META, EnvironmentId.UNKNOWN, kind, PLACE.toString()));
        assertThat(quarantine.awaits(PAPER, PLACE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.v1-2@4711", "risk orders.v1-2@4711", "trader orders.v1-2@4711"})
    void aRecordThatWasStatedBelowContractLevelTwoCanBeAcknowledged(String subject) {
        stopped(subject);

        assertThat(quarantine.awaits(PAPER, PLACE)).isTrue();
        assertThat(quarantine.awaits(OTHER, PLACE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "trader recovery", "orders.v1-2@47110", "risk orders.v1-2"})
    void aStoppedChannelThatIsAboutNoRecordIsNotAcknowledged(String subject) {
        stopped(subject);

        assertThat(quarantine.awaits(PAPER, PLACE)).isFalse();
    }

    private void stopped(String subject) {
        book.apply(new AlertRaised(
                META, PAPER, AlertKind.CHANNEL_STOPPED, subject, Severity.CRITICAL, "for the test", null));
    }

    @Test
    void anAlertWhosePlaceCannotBeReadStillHoldsTheEnvironment() {
        book.apply(new AlertRaised(
                META, PAPER, AlertKind.RECORD_QUARANTINED, "trader nowhere", Severity.CRITICAL, "halted", null));

        assertThat(item("records").ok()).isFalse();
    }

    @Test
    void whatControlCouldNotReadClosesTheGateUntilItIsAcknowledgedAlsoAfterARestart() {
        skipped.skip(PLACE, List.of(PAPER));
        assertThat(item("records").remedy()).contains(PLACE + " (control)");

        skipped.apply(new AcknowledgeRecord(META, PAPER, PriorMessages.OLIVIA, PLACE, "a copy"));
        assertThat(item("records").ok()).isTrue();

        // When everything is replayed, the record is met first, and the command is older than the topic keeps
        skipped.reset();
        skipped.skip(PLACE, List.of(PAPER));
        skipped.apply(new RecordAcknowledged(META, PAPER, PLACE, PriorMessages.OLIVIA, "a copy"));
        assertThat(item("records").ok()).isTrue();
    }

    @Test
    void whatTheLedgerCouldNotProcessClosesTheGateOnlyWhereItsLossCouldCostMoney() {
        RecordPlace listing = new RecordPlace(Topics.LISTINGS, 0, 1);
        ledgerSays(new Recording(true, 0, 0, List.of(PLACE, listing)));

        assertThat(gate.quarantined(PAPER)).containsExactly(new QuarantinedRecord(PLACE, List.of("ledger")));
        assertThat(quarantine.awaits(PAPER, listing)).isTrue();

        skipped.apply(new AcknowledgeRecord(META, PAPER, PriorMessages.OLIVIA, PLACE, "a copy"));
        assertThat(gate.quarantined(PAPER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, 0, true",
        "true, 10000, 10, true",
        "false, 0, 0, false",
        "true, 10001, 0, false",
        "true, 0, 11, false"
    })
    void theLedgerMustRecordAndKeepUp(boolean recording, long records, long seconds, boolean ok) {
        ledgerSays(new Recording(recording, records, seconds, List.of()));

        assertThat(item("ledger").ok()).isEqualTo(ok);
    }

    @Test
    void anUnknownOrSilentLedgerClosesTheGateAndOneWithoutTheReportDoesNot() {
        assertThat(item("ledger").ok()).as("before the first report").isFalse();

        ledger.refresh().await().indefinitely();
        assertThat(item("ledger").ok())
                .as("a ledger that reports its health alone")
                .isTrue();

        report = LedgerReport.SILENT;
        ledger.refresh().await().indefinitely();
        assertThat(item("ledger").remedy()).contains("migration");

        report = new LedgerReport(true, Map.of(OTHER, new Recording(true, 0, 0, List.of())));
        ledger.refresh().await().indefinitely();
        assertThat(item("ledger").remedy()).contains("does not record this environment");

        report = LedgerReport.NOT_ASKED;
        ledger.refresh().await().indefinitely();
        assertThat(item("ledger").remedy()).contains("does not answer control");
    }

    private void ledgerSays(Recording recording) {
        report = new LedgerReport(true, Map.of(PAPER, recording));
        ledger.refresh().await().indefinitely();
    }

    private GateItem item(String name) {
        return gate.items(PAPER).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void raised(String service) {
        book.apply(new AlertRaised(
                META, PAPER, AlertKind.RECORD_QUARANTINED, service + " " + PLACE, Severity.CRITICAL, "halted", null));
    }

    private void cleared(String service) {
        book.apply(new AlertCleared(META, PAPER, AlertKind.RECORD_QUARANTINED, service + " " + PLACE));
    }
}

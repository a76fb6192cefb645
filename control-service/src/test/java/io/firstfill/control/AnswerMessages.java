package io.firstfill.control;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunRejection;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.reason.ApplyRejection;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The messages with which ledger and trader answer a command. */
public final class AnswerMessages {
    /** When time alone allows another buy after {@link #startedAboveCap}. */
    public static final Instant CAP_ENDS = Instant.parse("2026-11-28T12:00:00Z");

    private AnswerMessages() {}

    public static List<Message> saved(SaveConfiguration it) {
        var ref = new ConfigurationRef(it.configurationId(), it.expectedVersion() + 1);
        return List.of(
                new ConfigurationSaved(caused(it, "saved"), it.environment(), ref, it.configuration(), it.issuedBy()));
    }

    public static List<Message> archived(ArchiveConfiguration it) {
        return List.of(new ConfigurationArchived(
                caused(it, "archived"),
                it.environment(),
                it.configurationId(),
                it.archived(),
                it.issuedBy(),
                it.reason()));
    }

    public static List<Message> unknown(ArchiveConfiguration it) {
        return List.of(new ConfigurationRejected(
                caused(it, "refused"), it.environment(), it.configurationId(), ConfigurationRejection.UNKNOWN, 0));
    }

    public static List<Message> rejected(SaveConfiguration it, ConfigurationRejection reason, int version) {
        return List.of(new ConfigurationRejected(
                caused(it, "refused"), it.environment(), it.configurationId(), reason, version));
    }

    public static List<Message> started(StartRun it) {
        return List.of(runStarted(it), granted(it));
    }

    private static RunStarted runStarted(StartRun it) {
        return new RunStarted(
                caused(it, "started"),
                it.environment(),
                it.runId(),
                it.configuration(),
                PriorMessages.configuration("any", "10", "100"),
                it.issuedBy());
    }

    /** A run that starts while the buys of the last hour have used up its cap. */
    public static List<Message> startedAboveCap(StartRun it) {
        return List.of(
                runStarted(it),
                new CapReached(
                        caused(it, "reached"),
                        it.environment(),
                        it.runId(),
                        Cap.TRADES_PER_HOUR,
                        "10",
                        "10",
                        CAP_ENDS));
    }

    private static PermitGranted granted(StartRun it) {
        return new PermitGranted(
                caused(it, "granted"),
                it.environment(),
                it.runId(),
                PermitId.derivedFrom(it.runId()),
                Amount.of("10"),
                Instant.now().plusSeconds(60));
    }

    /** What the ledger answers that has version 1 in force. */
    public static List<Message> applied(ApplyConfiguration it) {
        return List.of(new ConfigurationApplied(
                caused(it, "applied"),
                it.environment(),
                it.runId(),
                it.configuration(),
                PriorMessages.configuration("applied", "20", "100"),
                it.issuedBy(),
                new ConfigurationRef(it.configuration().id(), 1),
                it.reason()));
    }

    public static List<Message> notApplied(ApplyConfiguration it, ApplyRejection reason, String detail) {
        return List.of(new ApplyRejected(
                caused(it, "not applied"), it.environment(), it.runId(), it.configuration(), reason, detail));
    }

    public static List<Message> acknowledged(AcknowledgeRecord it) {
        return List.of(new RecordAcknowledged(
                caused(it, "acknowledged"), it.environment(), it.place(), it.issuedBy(), it.reason()));
    }

    /** What the ledger answers about a record whose key names no environment. */
    public static List<Message> acknowledgedWithoutEnvironment(AcknowledgeRecord it) {
        return List.of(
                acknowledged(it).getFirst(),
                new AlertCleared(
                        caused(it, "cleared"),
                        EnvironmentId.UNKNOWN,
                        AlertKind.UNREADABLE_MESSAGE,
                        it.place().toString()));
    }

    /** What a trader answers that had put the record in quarantine. */
    public static List<Message> unquarantined(AcknowledgeRecord it) {
        return List.of(new AlertCleared(
                caused(it, "unquarantined"), it.environment(), AlertKind.RECORD_QUARANTINED, "trader " + it.place()));
    }

    public static List<Message> guardrailsChanged(SetGuardrails it) {
        return List.of(new GuardrailsChanged(
                caused(it, "guardrails"),
                it.environment(),
                it.expectedVersion() + 1,
                it.guardrails(),
                Guardrails.NONE,
                it.issuedBy(),
                it.reason()));
    }

    public static List<Message> breakerReset(ResetBreaker it) {
        return List.of(new CapCleared(
                caused(it, "cleared"), it.environment(), PriorMessages.RUN, it.cap(), "0", "3", it.issuedBy()));
    }

    public static List<Message> settled(SettleOrder it) {
        return List.of(new AlertCleared(
                caused(it, "settled"),
                it.environment(),
                AlertKind.UNRESOLVED_ORDER,
                it.clientOrderId().value()));
    }

    public static List<Message> otherRunActive(StartRun it, RunId active) {
        return List.of(
                new RunRejected(caused(it, "rejected"), it.environment(), it.runId(), RunRejection.RUN_ACTIVE, active));
    }

    public static List<Message> stopping(StopRun it) {
        return List.of(
                new RunStopping(caused(it, "stopping"), it.environment(), it.runId(), it.issuedBy(), it.reason(), 1));
    }

    public static List<Message> stopped(StopRun it) {
        return List.of(stopping(it).getFirst(), new RunStopped(caused(it, "stopped"), it.environment(), it.runId()));
    }

    public static List<Message> stateSet(SetTradingState it) {
        return List.of(
                new TradingStateChanged(caused(it, "set"), it.environment(), it.state(), it.reason(), it.issuedBy()));
    }

    public static List<Message> validated(ValidateCredential it) {
        return List.of(new CredentialValidated(caused(it, "validated"), it.environment(), "mexc/x", 1, true, false));
    }

    /** The metadata of a message that no command has caused. */
    public static Meta first() {
        return Meta.first(new MessageId(UUID.randomUUID()), Instant.now());
    }

    public static Meta caused(Command command, String label) {
        return command.meta().next(MessageId.derivedFrom(label, command.meta().id()), Instant.now());
    }
}

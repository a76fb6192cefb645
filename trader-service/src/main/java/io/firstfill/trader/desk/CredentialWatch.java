package io.firstfill.trader.desk;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.credential.Keyring;
import io.firstfill.trader.run.Run;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the credential, proves it by a signed account query, and tells what came of it, never the secret (FR-002).
 * Validated at start without being asked; after that a missing, rejected or rotated one suspends the runs until an operator
 * asks for validation.
 */
final class CredentialWatch {
    private final DeskParts desk;
    private final Keyring keyring;
    private final KeyHolder holder;
    private final Stopping stopping;
    private final Runnable afterChange;
    private final String path;
    private final KeyAdvice advice;

    private int version;
    /** The kind of the last verdict and its version: told once, and again when somebody asked. */
    private String told = "";

    CredentialWatch(
            DeskParts desk, Keyring keyring, KeyHolder holder, String path, Stopping stopping, Runnable afterChange) {
        this.desk = desk;
        this.keyring = keyring;
        this.holder = holder;
        this.path = path;
        this.advice = new KeyAdvice(desk, path);
        this.stopping = stopping;
        this.afterChange = afterChange;
    }

    /** @param verdict run on the desk's thread when there is one */
    void validate(@Nullable ValidateCredential command, Runnable verdict) {
        read(reading -> {
            switch (reading) {
                case KeyReading.Present present -> check(present, command, verdict);
                case KeyReading.Missing missing -> missing(missing.detail(), command, verdict);
                case KeyReading.Unreachable away -> {
                    undecided("the vault does not answer: " + away.detail());
                    verdict.run();
                }
            }
        });
    }

    /** While there has been no verdict since the start: a vault that came late needs nobody's command. */
    void retry() {
        if (!desk.state().credentialValid() && version == 0) {
            validate(null, () -> {});
        }
    }

    /** Notices what changed in the vault. That it does not answer says nothing while a validated key is in use. */
    void look() {
        if (!desk.state().credentialValid()) {
            return;
        }
        read(reading -> {
            switch (reading) {
                case KeyReading.Present present -> {
                    if (present.version() != version) {
                        rotated(present.version());
                    } else {
                        desk.alerts().clear(AlertKind.CREDENTIAL, path);
                        advice.age(present.storedAt());
                    }
                }
                case KeyReading.Missing missing -> missing(missing.detail(), null, () -> {});
                case KeyReading.Unreachable away ->
                    desk.alerts().raise(AlertKind.CREDENTIAL, path, Severity.WARNING, "The vault does not answer");
            }
        });
    }

    /** Told by the answer to an order. */
    void rejected(int code, Meta cause) {
        refused(new KeyCheck.Rejected(code, null), cause, meta("CredentialRejected", null));
    }

    private void read(Consumer<KeyReading> then) {
        keyring.read(path)
                .subscribe()
                .with(
                        reading -> desk.thread().execute(() -> then.accept(reading)),
                        bug -> desk.thread()
                                .execute(() -> then.accept(new KeyReading.Unreachable(
                                        bug.getClass().getSimpleName()))));
    }

    /** The key in use stays in use until this one is proven. */
    private void check(KeyReading.Present present, @Nullable ValidateCredential command, Runnable verdict) {
        holder.check(present.credentials())
                .onFailure()
                .recoverWithItem(bug -> new KeyCheck.Undecided(bug.getClass().getSimpleName()))
                .subscribe()
                .with(answer -> desk.thread().execute(() -> {
                    decided(present, answer, command);
                    verdict.run();
                }));
    }

    private void decided(KeyReading.Present present, KeyCheck answer, @Nullable ValidateCredential command) {
        switch (answer) {
            case KeyCheck.Valid valid -> {
                holder.use(present.credentials());
                version = present.version();
                validated(valid, present.storedAt(), command);
            }
            case KeyCheck.Rejected no -> {
                version = present.version();
                refused(no, cause(command), meta("CredentialRejected", command));
            }
            case KeyCheck.Undecided undecided -> undecided(undecided.detail());
        }
    }

    private void refused(KeyCheck.Rejected no, Meta cause, Meta fact) {
        invalid("Rejected", SuspensionReason.CREDENTIAL_REJECTED, KeyAdvice.why(no), cause);
        tell(
                "Rejected",
                new CredentialRejected(
                        fact, desk.environment(), path, version, no.exchangeCode(), no.refusedAddress()));
    }

    private void validated(KeyCheck.Valid valid, @Nullable Instant storedAt, @Nullable ValidateCredential command) {
        boolean usable = valid.maySpot();
        desk.state().credentialValid(usable);
        if (command != null || !told.equals("Validated " + version)) {
            tell("Validated", event(valid, storedAt, command));
        }
        if (usable) {
            desk.alerts().clear(AlertKind.CREDENTIAL, path);
        } else {
            desk.alerts()
                    .raise(
                            AlertKind.CREDENTIAL,
                            path,
                            Severity.CRITICAL,
                            "The key may not trade spot: canTrade=" + valid.canTrade() + " permissions="
                                    + valid.permissions());
        }
        advice.rights(valid);
        advice.age(storedAt);
        if (command != null && usable) {
            desk.state().runs.suspended().forEach(run -> resume(run, command));
        }
        afterChange.run();
    }

    private CredentialValidated event(
            KeyCheck.Valid valid, @Nullable Instant storedAt, @Nullable ValidateCredential command) {
        return new CredentialValidated(
                meta("CredentialValidated", command),
                desk.environment(),
                path,
                version,
                valid.maySpot(),
                valid.canWithdraw(),
                valid.permissions(),
                storedAt,
                advice.end(storedAt));
    }

    private void resume(Run.Suspended run, ValidateCredential command) {
        desk.state().runs.resumed(run.id());
        MessageId id =
                MessageId.derivedFrom("RunResumed", run.id(), command.meta().id());
        desk.journal().tell(new RunResumed(command.meta().next(id, desk.now()), desk.environment(), run.id()));
    }

    private void missing(String detail, @Nullable ValidateCredential command, Runnable verdict) {
        boolean news = command != null || !told.startsWith("Missing");
        invalid("Missing", SuspensionReason.CREDENTIAL_MISSING, detail, cause(command));
        if (news) {
            tell("Missing", new CredentialMissing(meta("CredentialMissing", command), desk.environment(), path));
        }
        verdict.run();
    }

    private void rotated(int newVersion) {
        invalid("Rotated", SuspensionReason.CREDENTIAL_ROTATED, "version " + newVersion, cause(null));
        tell("Rotated", new CredentialRotated(meta("CredentialRotated", null), desk.environment(), path, newVersion));
    }

    /** No verdict: at start the timer asks again, later the last verdict holds. */
    private void undecided(String detail) {
        desk.alerts().raise(AlertKind.CREDENTIAL, path, Severity.WARNING, "Not validated: " + detail);
    }

    /** A run is suspended only where the key had been good: at start an invalid one blocks without changing the run. */
    private void invalid(String verdict, SuspensionReason reason, String detail, Meta cause) {
        boolean wasValid = desk.state().credentialValid();
        desk.state().credentialValid(false);
        desk.alerts().raise(AlertKind.CREDENTIAL, path, Severity.CRITICAL, "Credential " + verdict + ": " + detail);
        if (wasValid) {
            stopping.suspendAll(reason, detail, cause);
        }
    }

    private void tell(String verdict, CredentialEvent event) {
        told = verdict + " " + version;
        desk.journal().tell(event);
    }

    private Meta cause(@Nullable ValidateCredential command) {
        return command == null ? meta("CredentialLook", null) : command.meta();
    }

    private Meta meta(String type, @Nullable ValidateCredential command) {
        return command == null
                ? Meta.first(MessageId.derivedFrom(type, desk.environment(), path, version, desk.now()), desk.now())
                : command.meta().next(MessageId.derivedFrom(type, command.meta().id()), desk.now());
    }
}

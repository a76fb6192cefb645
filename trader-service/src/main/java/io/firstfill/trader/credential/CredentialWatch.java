package io.firstfill.trader.credential;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertSubjects;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the credential from Vault, proves it by a signed account query, and publishes the outcome, never the secret
 * (FR-002). The credential is validated at the start without being asked. After that a missing, rejected or rotated
 * credential stays invalid until an operator asks for validation. A key in use stays in use until another one is
 * proven.
 */
public final class CredentialWatch {
    private final Keyring keyring;
    private final KeyHolder holder;
    private final String path;
    private final EventLoop loop;
    private final Alerts alerts;
    private final CredentialEvents events;
    private final KeyAdvice advice;

    private boolean valid;
    private boolean vaultAway;
    private int version;
    /** Kind and version of the last published verdict: published once, and again when somebody asked. */
    private String published = "";

    public CredentialWatch(
            EnvironmentId environment,
            Keyring keyring,
            KeyHolder holder,
            String path,
            EventLoop loop,
            Alerts alerts,
            Consumer<Message> publish,
            CredentialSettings settings) {
        this.keyring = keyring;
        this.holder = holder;
        this.path = path;
        this.loop = loop;
        this.alerts = alerts;
        this.advice = new KeyAdvice(alerts, loop, settings, path);
        this.events = new CredentialEvents(environment, path, loop, publish);
    }

    /** Returns whether a request may be signed with the key in use. */
    public boolean isValid() {
        return valid;
    }

    /** For the warm-up, whose orders cannot be taken: nothing is asked. */
    public void assumeValid() {
        valid = true;
    }

    /** Reads and proves the credential. Completes on the event loop. */
    public CompletionStage<CredentialResult> validate(@Nullable ValidateCredential command) {
        return read().thenCompose(reading -> switch (reading) {
            case KeyReading.Present present -> prove(present, command);
            case KeyReading.Missing missing -> done(missing(missing.detail(), command));
            case KeyReading.Unreachable away -> done(new CredentialResult.Unchanged());
        });
    }

    /** Validates while there has been no verdict since the start: a vault that came late needs nobody's command. */
    public CompletionStage<CredentialResult> retry() {
        return valid || version != 0 ? done(new CredentialResult.Unchanged()) : validate(null);
    }

    /**
     * Notices a change in Vault. That Vault does not answer has no effect while a validated key is in use. Without one
     * a Vault that was away is read only to learn of its return: a validation is for an operator to ask for.
     */
    public CompletionStage<CredentialResult> check() {
        if (valid) {
            return read().thenApply(this::compare);
        }
        return vaultAway
                ? read().thenApply(reading -> new CredentialResult.Unchanged())
                : done(new CredentialResult.Unchanged());
    }

    /** The exchange has answered an order with a refusal of the key. */
    public CredentialResult rejected(int code, Meta cause) {
        return refused(new KeyCheck.Rejected(code, null), cause, null);
    }

    private CredentialResult compare(KeyReading reading) {
        switch (reading) {
            case KeyReading.Present present -> {
                if (present.version() != version) {
                    return rotated(present.version());
                }
                alerts.clear(AlertKind.CREDENTIAL, path);
                advice.age(present.storedAt());
            }
            case KeyReading.Missing missing -> {
                return missing(missing.detail(), null);
            }
            case KeyReading.Unreachable away -> {
                // A key in use stays in use, however long Vault is away.
            }
        }
        return new CredentialResult.Unchanged();
    }

    private CompletionStage<KeyReading> read() {
        return onLoop(keyring.read(path)
                        .onFailure()
                        .recoverWithItem(
                                bug -> new KeyReading.Unreachable(bug.getClass().getSimpleName())))
                .thenApply(this::reported);
    }

    /** Whether Vault answers is a matter of its own: what is known of the key stays as it is. */
    private KeyReading reported(KeyReading reading) {
        vaultAway = reading instanceof KeyReading.Unreachable;
        if (reading instanceof KeyReading.Unreachable away) {
            alerts.raise(
                    AlertKind.CREDENTIAL,
                    AlertSubjects.VAULT,
                    valid ? Severity.WARNING : Severity.CRITICAL,
                    "Vault cannot be read: " + away.detail()
                            + (valid
                                    ? ". The key in use stays in use, and its rotation or removal is not noticed"
                                    : ". Nothing is bought until the key can be read"));
        } else {
            alerts.clear(AlertKind.CREDENTIAL, AlertSubjects.VAULT);
        }
        return reading;
    }

    private CompletionStage<CredentialResult> prove(KeyReading.Present present, @Nullable ValidateCredential command) {
        Instant askedAt = loop.now();
        return onLoop(holder.check(present.credentials())
                        .onFailure()
                        .recoverWithItem(
                                bug -> new KeyCheck.Undecided(bug.getClass().getSimpleName())))
                .thenApply(answer -> switch (answer) {
                    case KeyCheck.Valid key -> {
                        boolean changed = !valid || version != present.version();
                        if (changed) {
                            holder.use(present.credentials());
                        }
                        version = present.version();
                        validated(key, present.storedAt(), command);
                        yield new CredentialResult.Answered(valid, changed, command, key.balances(), askedAt);
                    }
                    case KeyCheck.Rejected no -> {
                        version = present.version();
                        Meta cause = command == null ? events.look(version) : command.meta();
                        yield refused(no, cause, command);
                    }
                    case KeyCheck.Undecided undecided -> undecided(undecided.detail());
                });
    }

    private void validated(KeyCheck.Valid key, @Nullable Instant storedAt, @Nullable ValidateCredential command) {
        valid = key.maySpot();
        if (command != null || !published.equals("Validated " + version)) {
            published = "Validated " + version;
            events.validated(version, key, storedAt, advice.end(storedAt), command);
        }
        if (valid) {
            alerts.clear(AlertKind.CREDENTIAL, path);
        } else {
            alerts.raise(
                    AlertKind.CREDENTIAL,
                    path,
                    Severity.CRITICAL,
                    "The key may not trade spot: canTrade=" + key.canTrade() + " permissions=" + key.permissions());
        }
        advice.rights(key);
        advice.age(storedAt);
    }

    private CredentialResult refused(KeyCheck.Rejected no, Meta cause, @Nullable ValidateCredential command) {
        CredentialResult lost = lost("Rejected", SuspensionReason.CREDENTIAL_REJECTED, KeyAdvice.why(no), cause);
        published = "Rejected " + version;
        events.rejected(version, no, command);
        return lost;
    }

    private CredentialResult missing(String detail, @Nullable ValidateCredential command) {
        boolean news = command != null || !published.startsWith("Missing");
        Meta cause = command == null ? events.look(version) : command.meta();
        CredentialResult lost = lost("Missing", SuspensionReason.CREDENTIAL_MISSING, detail, cause);
        if (news) {
            published = "Missing " + version;
            events.missing(version, command);
        }
        return lost;
    }

    private CredentialResult rotated(int newVersion) {
        CredentialResult lost =
                lost("Rotated", SuspensionReason.CREDENTIAL_ROTATED, "version " + newVersion, events.look(version));
        published = "Rotated " + version;
        events.rotated(version, newVersion);
        return lost;
    }

    /** No verdict: at the start the timer asks again, later the last verdict holds. */
    private CredentialResult undecided(String detail) {
        alerts.raise(AlertKind.CREDENTIAL, path, Severity.WARNING, "Not validated: " + detail);
        return new CredentialResult.Unchanged();
    }

    private CredentialResult lost(String verdict, SuspensionReason reason, String detail, Meta cause) {
        boolean wasValid = valid;
        valid = false;
        alerts.raise(AlertKind.CREDENTIAL, path, Severity.CRITICAL, "Credential " + verdict + ": " + detail);
        return new CredentialResult.Lost(wasValid, reason, detail, cause);
    }

    private <T> CompletionStage<T> onLoop(Uni<T> answer) {
        CompletableFuture<T> result = new CompletableFuture<>();
        answer.subscribe().with(item -> loop.execute(() -> result.complete(item)), result::completeExceptionally);
        return result;
    }

    private static CompletionStage<CredentialResult> done(CredentialResult result) {
        return CompletableFuture.completedFuture(result);
    }
}

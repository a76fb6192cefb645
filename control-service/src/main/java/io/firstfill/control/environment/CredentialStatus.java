package io.firstfill.control.environment;

import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the exchange credential; never the secret.
 *
 * @param canWithdraw more than this system ever needs: a reason to replace the key
 */
public record CredentialStatus(
        Status status,
        @Nullable String path,
        @Nullable Integer version,
        @Nullable Boolean canTrade,
        @Nullable Boolean canWithdraw,
        @Nullable Integer exchangeCode,
        @Nullable Instant since) {

    public enum Status {
        /** Nothing has been said of it yet. */
        UNKNOWN,
        VALIDATED,
        MISSING,
        REJECTED,
        ROTATED
    }

    public static final CredentialStatus UNKNOWN =
            new CredentialStatus(Status.UNKNOWN, null, null, null, null, null, null);

    public static CredentialStatus of(CredentialEvent event) {
        Instant at = event.meta().occurredAt();
        String path = event.path();
        return switch (event) {
            case CredentialValidated it ->
                new CredentialStatus(Status.VALIDATED, path, it.version(), it.canTrade(), it.canWithdraw(), null, at);
            case CredentialMissing it -> new CredentialStatus(Status.MISSING, path, null, null, null, null, at);
            case CredentialRejected it ->
                new CredentialStatus(Status.REJECTED, path, it.version(), null, null, it.exchangeCode(), at);
            case CredentialRotated it -> new CredentialStatus(Status.ROTATED, path, it.version(), null, null, null, at);
        };
    }
}

package io.firstfill.control.environment;

import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The status of an environment's exchange credential; never the secret.
 *
 * @param canWithdraw whether the key may withdraw: no part of this system needs that, so the key should be replaced
 * @param permissions permissions of the key as the exchange lists them
 * @param storedAt when this version of the secret was written: the key is at least this old
 * @param unboundKeyEndsBy when the key expires at the latest if it is bound to no address; whether it is bound, the
 *     exchange does not report
 * @param refusedAddress our address, where the exchange named it in a refusal: the key is bound to other addresses
 */
public record CredentialStatus(
        Status status,
        @Nullable String path,
        @Nullable Integer version,
        @Nullable Boolean canTrade,
        @Nullable Boolean canWithdraw,
        @Nullable List<String> permissions,
        @Nullable Instant storedAt,
        @Nullable Instant unboundKeyEndsBy,
        @Nullable Integer exchangeCode,
        @Nullable String refusedAddress,
        @Nullable Instant since) {

    /** The latest event about the credential. */
    @Schema(name = "CredentialState")
    public enum Status {
        /** No event about the credential has been read. */
        UNKNOWN,
        VALIDATED,
        MISSING,
        REJECTED,
        ROTATED
    }

    public static final CredentialStatus UNKNOWN = bare(Status.UNKNOWN, null, null, null);

    public static CredentialStatus of(CredentialEvent event) {
        Instant at = event.meta().occurredAt();
        String path = event.path();
        return switch (event) {
            case CredentialValidated it -> validated(it);
            case CredentialMissing it -> bare(Status.MISSING, path, null, at);
            case CredentialRejected it -> rejected(it);
            case CredentialRotated it -> bare(Status.ROTATED, path, it.version(), at);
        };
    }

    private static CredentialStatus validated(CredentialValidated it) {
        return new CredentialStatus(
                Status.VALIDATED,
                it.path(),
                it.version(),
                it.canTrade(),
                it.canWithdraw(),
                it.permissions(),
                it.storedAt(),
                it.unboundKeyEndsBy(),
                null,
                null,
                it.meta().occurredAt());
    }

    private static CredentialStatus rejected(CredentialRejected it) {
        return new CredentialStatus(
                Status.REJECTED,
                it.path(),
                it.version(),
                null,
                null,
                null,
                null,
                null,
                it.exchangeCode(),
                it.refusedAddress(),
                it.meta().occurredAt());
    }

    private static CredentialStatus bare(
            Status status, @Nullable String path, @Nullable Integer version, @Nullable Instant at) {
        return new CredentialStatus(status, path, version, null, null, null, null, null, null, null, at);
    }
}

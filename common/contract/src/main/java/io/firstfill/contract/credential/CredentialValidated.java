package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signed account query succeeded.
 *
 * @param path where the secret lies; never the secret
 * @param version of the secret in Vault
 * @param canWithdraw more than this system ever needs
 * @param permissions as the exchange lists them; null in records from before they were told
 * @param storedAt when this version was written to Vault: the key is at least this old
 * @param unboundKeyEndsBy when the key ends at the latest if it is bound to no address; the exchange does not tell whether
 *     it is
 */
public record CredentialValidated(
        Meta meta,
        EnvironmentId environment,
        String path,
        int version,
        boolean canTrade,
        boolean canWithdraw,
        @Nullable List<String> permissions,
        @Nullable Instant storedAt,
        @Nullable Instant unboundKeyEndsBy)
        implements CredentialEvent {
    public CredentialValidated {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
        permissions = permissions == null ? null : List.copyOf(permissions);
    }

    /** Without what is only sometimes known of a key. */
    public CredentialValidated(
            Meta meta, EnvironmentId environment, String path, int version, boolean canTrade, boolean canWithdraw) {
        this(meta, environment, path, version, canTrade, canWithdraw, null, null, null);
    }
}

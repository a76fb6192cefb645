package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signed account query with the key has succeeded.
 *
 * @param path path of the secret in Vault; never the secret itself
 * @param version of the secret in Vault
 * @param canWithdraw a right that this system never needs
 * @param permissions as the exchange lists them; null in records written before the field existed
 * @param storedAt when this version was written to Vault: the key is at least this old
 * @param unboundKeyEndsBy when the key ends at the latest if it is bound to no address; the exchange does not state
 *     whether the key is bound
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

    /** Creates an event without the fields that are known of some keys only. */
    public CredentialValidated(
            Meta meta, EnvironmentId environment, String path, int version, boolean canTrade, boolean canWithdraw) {
        this(meta, environment, path, version, canTrade, canWithdraw, null, null, null);
    }
}

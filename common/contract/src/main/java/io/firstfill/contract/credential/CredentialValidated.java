package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.value.EnvironmentId;
import java.util.Objects;

/**
 * A signed account query succeeded.
 *
 * @param path where the secret lies; never the secret
 * @param version of the secret in Vault
 * @param canWithdraw more than this system ever needs
 */
public record CredentialValidated(
        Meta meta, EnvironmentId environment, String path, int version, boolean canTrade, boolean canWithdraw)
        implements CredentialEvent {
    public CredentialValidated {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
    }
}

package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;

/**
 * A newer version is in Vault; it must be validated first.
 *
 * @param path where the secret lies; never the secret
 */
public record CredentialRotated(Meta meta, EnvironmentId environment, String path, int version)
        implements CredentialEvent {
    public CredentialRotated {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
    }
}

package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;

/**
 * Vault holds a newer version of the secret, which must be validated before orders use it.
 *
 * @param path path of the secret in Vault; never the secret itself
 */
public record CredentialRotated(Meta meta, EnvironmentId environment, String path, int version)
        implements CredentialEvent {
    public CredentialRotated {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
    }
}

package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;

/**
 * There is no readable secret at the path.
 *
 * @param path path of the secret in Vault; never the secret itself
 */
public record CredentialMissing(Meta meta, EnvironmentId environment, String path) implements CredentialEvent {
    public CredentialMissing {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
    }
}

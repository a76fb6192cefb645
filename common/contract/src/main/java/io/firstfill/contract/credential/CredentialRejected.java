package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.value.EnvironmentId;
import java.util.Objects;

/**
 * The exchange refused the key.
 *
 * @param path where the secret lies; never the secret
 */
public record CredentialRejected(Meta meta, EnvironmentId environment, String path, int version, int exchangeCode)
        implements CredentialEvent {
    public CredentialRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
    }
}

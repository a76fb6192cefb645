package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exchange refused the key.
 *
 * @param path where the secret lies; never the secret
 * @param refusedAddress ours, where the exchange named it: the key is bound to others
 */
public record CredentialRejected(
        Meta meta,
        EnvironmentId environment,
        String path,
        int version,
        int exchangeCode,
        @Nullable String refusedAddress)
        implements CredentialEvent {
    public CredentialRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(path, "path");
    }

    /** Where no address was named. */
    public CredentialRejected(Meta meta, EnvironmentId environment, String path, int version, int exchangeCode) {
        this(meta, environment, path, version, exchangeCode, null);
    }
}

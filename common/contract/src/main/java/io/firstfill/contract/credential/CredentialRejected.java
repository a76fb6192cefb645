package io.firstfill.contract.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exchange has refused the key.
 *
 * @param path path of the secret in Vault; never the secret itself
 * @param refusedAddress our address, where the exchange named it: the key is bound to other addresses
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

    /** Creates an event for a refusal in which the exchange named no address. */
    public CredentialRejected(Meta meta, EnvironmentId environment, String path, int version, int exchangeCode) {
        this(meta, environment, path, version, exchangeCode, null);
    }
}

package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of reading the credential from Vault. */
public sealed interface KeyReading {
    /**
     * The credential.
     *
     * @param version of the secret, counted by the vault
     * @param storedAt when that version was written: the key is at least this old; null where the vault does not say
     */
    record Present(
            int version,
            MexcCredentials credentials,
            @Nullable Instant storedAt) implements KeyReading {}

    /** There is no secret at the path, or it is not usable as a key. */
    record Missing(String detail) implements KeyReading {}

    /** Vault did not answer, which says nothing about the secret. */
    record Unreachable(String detail) implements KeyReading {}
}

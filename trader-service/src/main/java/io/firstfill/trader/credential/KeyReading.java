package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lies where the credentials should be. */
public sealed interface KeyReading {
    /**
     * @param version of the secret, counted by the vault
     * @param storedAt when that version was written: the key is at least this old; null where the vault does not say
     */
    record Present(
            int version,
            MexcCredentials credentials,
            @Nullable Instant storedAt) implements KeyReading {}

    record Missing(String detail) implements KeyReading {}

    /** The vault did not answer: says nothing of the secret. */
    record Unreachable(String detail) implements KeyReading {}
}

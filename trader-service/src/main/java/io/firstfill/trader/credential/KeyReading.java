package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;

/** What lies where the credentials should be. */
public sealed interface KeyReading {
    /** @param version of the secret, counted by the vault */
    record Present(int version, MexcCredentials credentials) implements KeyReading {}

    record Missing(String detail) implements KeyReading {}

    /** The vault did not answer: says nothing of the secret. */
    record Unreachable(String detail) implements KeyReading {}
}

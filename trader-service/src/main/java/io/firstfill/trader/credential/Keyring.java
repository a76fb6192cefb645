package io.firstfill.trader.credential;

import io.smallrye.mutiny.Uni;

/** The only source of credentials (FR-002). */
public interface Keyring {
    /** Reads the credential at the path. The result never fails: how reading ended is its answer. */
    Uni<KeyReading> read(String path);
}

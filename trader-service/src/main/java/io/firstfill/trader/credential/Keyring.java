package io.firstfill.trader.credential;

import io.smallrye.mutiny.Uni;

/** Where credentials come from, and the only place (FR-002). Never fails. */
public interface Keyring {
    Uni<KeyReading> read(String path);
}

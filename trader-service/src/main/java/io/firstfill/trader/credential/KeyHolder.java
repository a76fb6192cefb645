package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;
import io.smallrye.mutiny.Uni;

/** Signs with the credentials it was given last. */
public interface KeyHolder {
    void use(MexcCredentials credentials);

    /** Asks with the credentials in use. Never fails. */
    Uni<KeyCheck> check();
}

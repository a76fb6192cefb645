package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;
import io.smallrye.mutiny.Uni;

/** Signs with the credentials it was told to use last. */
public interface KeyHolder {
    void use(MexcCredentials credentials);

    /** Asks with these, whatever is in use. */
    Uni<KeyCheck> check(MexcCredentials candidate);
}

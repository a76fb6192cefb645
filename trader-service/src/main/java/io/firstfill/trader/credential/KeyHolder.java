package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Signs with the credentials it was told to use last. */
public interface KeyHolder {
    void use(MexcCredentials credentials);

    /** Asks with these, whatever is in use. */
    Uni<KeyCheck> check(MexcCredentials candidate);

    /** The symbols the key in use says it may trade; empty when that was not answered, or no key is in use. */
    Uni<Optional<Set<String>>> symbols();
}

package io.firstfill.trader.credential;

import io.firstfill.mexc.sign.MexcCredentials;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Signs the calls of one account with the credentials in use. */
public interface KeyHolder {
    /** Signs with these credentials from now on. */
    void use(MexcCredentials credentials);

    /** Proves the candidate by a signed account query, whatever credentials are in use. */
    Uni<KeyCheck> check(MexcCredentials candidate);

    /** The symbols that the key in use lists for itself; empty when that was not answered, or no key is in use. */
    Uni<Optional<Set<String>>> symbols();

    /** The balances of the account of the key in use; empty when that was not answered, or no key is in use. */
    Uni<Optional<AccountBalances>> balances();
}

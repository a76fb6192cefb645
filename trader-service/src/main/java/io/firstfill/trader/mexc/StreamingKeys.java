package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyHolder;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Hands the key that signs orders to the private stream, too, which it opens. */
record StreamingKeys(KeyHolder orders, MexcStream stream, MexcWire wire, ServerClock clock) implements KeyHolder {
    @Override
    public void use(MexcCredentials credentials) {
        orders.use(credentials);
        stream.use(wire.signed(new MexcSigner(credentials), clock));
    }

    @Override
    public Uni<KeyCheck> check(MexcCredentials candidate) {
        return orders.check(candidate);
    }

    @Override
    public Uni<Optional<Set<String>>> symbols() {
        return orders.symbols();
    }

    @Override
    public Uni<Optional<AccountBalances>> balances() {
        return orders.balances();
    }
}

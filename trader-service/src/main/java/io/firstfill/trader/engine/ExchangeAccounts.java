package io.firstfill.trader.engine;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Venue;

/** The exchange accounts, one for each environment. They outlive engines: connections and clock readings are kept. */
public interface ExchangeAccounts {
    /** @throws IllegalArgumentException for an environment that is not configured */
    Access of(EnvironmentId environment);

    /** The ports of one account. */
    record Access(Venue venue, KeyHolder keys, PushFeed pushes) {}
}

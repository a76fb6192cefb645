package io.firstfill.trader.desk;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Venue;

/** The exchange accounts, one for each environment. They outlive desks: connections and clock readings are kept. */
public interface Accounts {
    Access of(EnvironmentId environment);

    /** The sides of one account. */
    record Access(Venue venue, KeyHolder keys, PushFeed pushes) {}
}

package io.firstfill.trader.engine;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.mark.Quotes;
import io.firstfill.trader.order.PushFeed;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.sell.SellVenue;
import java.time.Instant;
import java.util.Map;

/** The exchange accounts, one for each environment. They outlive engines: connections and clock readings are kept. */
public interface ExchangeAccounts {
    /** @throws IllegalArgumentException for an environment that is not configured */
    Access of(EnvironmentId environment);

    /** Tells the request budget of an opening, around which orders own the exit address. From any thread. */
    default void expect(EnvironmentId environment, Instant opening) {}

    /**
     * The prices of the environment's pairs, as long as the process lives.
     *
     * @throws IllegalArgumentException for an environment that is not configured
     */
    default Quotes quotes(EnvironmentId environment) {
        throw new IllegalArgumentException("No prices of " + environment);
    }

    /** The ports of one account. */
    record Access(Venue venue, SellVenue sells, KeyHolder keys, PushFeed pushes, AnswerHealth answers) {}

    /** The exchange's answers of which rows could not be represented and were left out. From any thread. */
    @FunctionalInterface
    interface AnswerHealth {
        /** Returns, for each endpoint that has answered, what its last answer lacked; an empty text for nothing. */
        Map<String, String> leftOut();
    }
}

package io.firstfill.ledger.query.report;

import io.firstfill.contract.value.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a listing at one time; null where the exchange stated none.
 *
 * @param last price of the last trade
 */
public record ListingPrice(
        Instant at,
        @Nullable Price last,
        @Nullable Price bid,
        @Nullable Price ask) {}

/**
 * What an exit plan means: a pure function of plan, position, best bids and time, which names what triggers and at
 * which prices the next rules trigger. The caller owns the state and hands it in again. Knows no other package of the
 * service.
 *
 * <p>No single reading triggers anything: a level of a take-profit, a stop and a new highest bid each need two readings
 * in a row. Readings between which more time has passed than a price is fresh are not in a row.
 *
 * <p>Odd books. Without buyers, or crossed (the best bid is not below the best offer): the reading is no price; it
 * confirms nothing and ends no confirmation. Without sellers: the best bid counts, because a sell needs buyers only. A
 * halted pair whose book is still stated triggers as any other; whether it can be sold is the exchange's answer.
 * Nothing read, or nothing fresh: no price triggers; the longest holding does.
 */
@NullMarked
package io.firstfill.trader.exit;

import org.jspecify.annotations.NullMarked;

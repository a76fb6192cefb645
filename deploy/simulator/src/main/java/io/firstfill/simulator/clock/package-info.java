/**
 * Holds the exchange's clock and the pair of instants that it returns.
 *
 * <p>The package knows no other package of the simulator. {@link io.firstfill.simulator.clock.ServerClock} owns offset,
 * drift and jumps; it takes the machine's clock from outside, so that a test moves it by hand.
 */
@NullMarked
package io.firstfill.simulator.clock;

import org.jspecify.annotations.NullMarked;

/**
 * The prices of positions that are held: pushed where the environment has a stream, and polled where no push came
 * lately; the reports about them, and the alert while a plan has no price. Confined to the event loop, but for the
 * port.
 *
 * <p>A quiet book pushes nothing, so that a price which stays is confirmed by the next poll.
 */
@NullMarked
package io.firstfill.trader.mark;

import org.jspecify.annotations.NullMarked;

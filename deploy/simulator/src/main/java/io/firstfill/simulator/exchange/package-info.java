/**
 * Holds the exchange as a whole: it creates the parts and drives openings and market makers.
 *
 * <p>The package knows every part of the exchange and no protocol. One thread owns all of it: the event loop of
 * {@link io.firstfill.simulator.Simulator}.
 */
@NullMarked
package io.firstfill.simulator.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * Holds the switches of the exchange: their meaning, their defaults and the patches in force.
 *
 * <p>The package knows only {@code json}. {@link io.firstfill.simulator.behaviour.Behaviours} owns the patches of the
 * exchange and of each pair; the other packages read the result as an immutable
 * {@link io.firstfill.simulator.behaviour.Behaviour}.
 */
@NullMarked
package io.firstfill.simulator.behaviour;

import org.jspecify.annotations.NullMarked;

/**
 * Holds faults on demand: which requests, pushes and subscriptions fail, how often, and how.
 *
 * <p>The package knows only {@code json}. {@link io.firstfill.simulator.fault.FaultRules} owns the rules in force and
 * decides; {@code rest} and {@code stream} carry the decisions out.
 */
@NullMarked
package io.firstfill.simulator.fault;

import org.jspecify.annotations.NullMarked;

/**
 * Holds an exchange that behaves like MEXC spot, as a process of its own and as a library for tests.
 *
 * <p>The simulator shares no code with {@code common/mexc}: it is a second reading of the exchange's documents. This
 * package starts the parts and owns the Vert.x instance; no other package of the simulator knows it.
 */
@NullMarked
package io.firstfill.simulator;

import org.jspecify.annotations.NullMarked;

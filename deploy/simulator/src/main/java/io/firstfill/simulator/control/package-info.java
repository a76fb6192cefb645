/**
 * Holds the control port: it drives the exchange and reports its actual state.
 *
 * <p>The package knows every other one except the root, and owns no state: each route reads or changes the state of the
 * part it addresses. {@code CONTROL.md} of the module documents the protocol.
 */
@NullMarked
package io.firstfill.simulator.control;

import org.jspecify.annotations.NullMarked;

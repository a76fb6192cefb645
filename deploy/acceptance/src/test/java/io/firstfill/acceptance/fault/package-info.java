/**
 * Scenarios in which the exchange misbehaves: faults injected at the simulator, many listings to a run, each with one
 * fault and the result it must have. A scenario restores the exchange as it found it. Knows the root package and {@code
 * ledger}.
 */
@NullMarked
package io.firstfill.acceptance.fault;

import org.jspecify.annotations.NullMarked;

/** Faults on demand: which requests go wrong, how often, and how. */
@NullMarked
package io.firstfill.simulator.fault;

import org.jspecify.annotations.NullMarked;

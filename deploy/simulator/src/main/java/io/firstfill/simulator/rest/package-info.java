/**
 * Holds the REST API as MEXC documents it, peculiarities of spelling and format included.
 *
 * <p>The package knows the exchange and the faults, and neither {@code stream} nor {@code control}. It owns the state
 * of the rate limits and the log of arrived orders.
 */
@NullMarked
package io.firstfill.simulator.rest;

import org.jspecify.annotations.NullMarked;

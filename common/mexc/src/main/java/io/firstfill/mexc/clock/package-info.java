/**
 * Estimates the offset and the drift of the exchange's clock, with a bound of the error. {@link
 * io.firstfill.mexc.clock.ClockOffset} owns the samples. The package knows no other package of this module and does no
 * I/O.
 */
@NullMarked
package io.firstfill.mexc.clock;

import org.jspecify.annotations.NullMarked;

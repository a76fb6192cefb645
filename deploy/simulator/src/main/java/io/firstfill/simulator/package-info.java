/** An exchange that behaves like MEXC: its own process, its own reading of the exchange's documents. */
@NullMarked
package io.firstfill.simulator;

import org.jspecify.annotations.NullMarked;

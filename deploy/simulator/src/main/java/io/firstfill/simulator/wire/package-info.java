/** The HTTP surface as MEXC documents it, quirks included. */
@NullMarked
package io.firstfill.simulator.wire;

import org.jspecify.annotations.NullMarked;

/** The second port: drives the exchange and tells the truth about it. */
@NullMarked
package io.firstfill.simulator.control;

import org.jspecify.annotations.NullMarked;

/** The adapter to the exchange: implements the ports of order and credential with common/mexc. */
@NullMarked
package io.firstfill.trader.mexc;

import org.jspecify.annotations.NullMarked;

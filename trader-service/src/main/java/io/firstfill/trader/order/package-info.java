/** One attempt to buy: its states, its pure decisions and their events, and the ports to the exchange. Does no I/O. */
@NullMarked
package io.firstfill.trader.order;

import org.jspecify.annotations.NullMarked;

/**
 * Calls the exchange MEXC over REST: {@link io.firstfill.mexc.MexcWire} holds the connections, the two clients offer
 * the endpoints, and {@link io.firstfill.mexc.MexcResult} says how a call ended and what that proves about an order.
 *
 * <p>The package sees all packages of this module except {@code stream}. Like the rest of the module it knows neither
 * the contract nor any service. Its state is the connection pools; one wire belongs to one process and one exchange.
 */
@NullMarked
package io.firstfill.mexc;

import org.jspecify.annotations.NullMarked;

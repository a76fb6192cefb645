/**
 * Holds orders, the order book of one pair and its matching: price first, then time.
 *
 * <p>The package knows no other package of the simulator. {@link io.firstfill.simulator.book.OrderBook} owns the
 * resting orders; {@link io.firstfill.simulator.book.Order} owns its own execution and the states its owner may query.
 */
@NullMarked
package io.firstfill.simulator.book;

import org.jspecify.annotations.NullMarked;

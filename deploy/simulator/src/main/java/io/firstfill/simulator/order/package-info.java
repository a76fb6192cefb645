/**
 * Holds order entry: rules, sizing, matching and settlement of orders, and the archive of orders and fills.
 *
 * <p>The package knows accounts, listings, markets and books, and nothing of HTTP or of the market maker.
 * {@link io.firstfill.simulator.order.OrderEntry} is the only way into a book;
 * {@link io.firstfill.simulator.order.OrderArchive} owns the customers' orders and fills.
 */
@NullMarked
package io.firstfill.simulator.order;

import org.jspecify.annotations.NullMarked;

/**
 * Requests for orders and answers about them. Immutable values; {@link io.firstfill.mexc.order.PreparedOrder} holds a
 * signed order. The package knows {@code market}, {@code reading}, {@code sign} and the endpoint of an
 * order in {@code budget}.
 */
@NullMarked
package io.firstfill.mexc.order;

import org.jspecify.annotations.NullMarked;

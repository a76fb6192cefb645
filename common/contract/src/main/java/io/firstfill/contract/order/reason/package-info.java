/**
 * Why an order was denied, rejected, cancelled or is unresolved, how it was resolved, why a position has ended,
 * and why a permit came back. The package knows no other package of the contract.
 */
@NullMarked
package io.firstfill.contract.order.reason;

import org.jspecify.annotations.NullMarked;

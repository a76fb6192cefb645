/**
 * Signals that wait for their moment. Owned by the engine's state; others read {@link
 * io.firstfill.trader.listing.Listings}.
 */
@NullMarked
package io.firstfill.trader.listing;

import org.jspecify.annotations.NullMarked;

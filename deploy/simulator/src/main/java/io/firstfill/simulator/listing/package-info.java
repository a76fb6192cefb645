/**
 * Holds listings: pairs from their announcement to their opening or withdrawal, and which public source shows them.
 *
 * <p>The package knows {@code clock}, {@code behaviour} and {@code market}, and neither accounts nor orders.
 * {@link io.firstfill.simulator.listing.Listings} owns all listings, {@link io.firstfill.simulator.listing.Listing} the
 * state of one.
 */
@NullMarked
package io.firstfill.simulator.listing;

import org.jspecify.annotations.NullMarked;

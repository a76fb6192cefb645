/**
 * The knowledge of coming and new pairs: one listing per pair and opening, whatever the sources and the order of their
 * answers. {@code ListingBook} is the entry: observations in, events out. It owns the listings, the last answer of
 * exchangeInfo, the baseline of symbols seen and the hints of one environment. May know {@code observation}.
 */
@NullMarked
package io.firstfill.scanner.listing;

import org.jspecify.annotations.NullMarked;

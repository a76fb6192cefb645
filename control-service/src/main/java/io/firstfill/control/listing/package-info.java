/**
 * The commands of persons about listings: announce one by hand, take that back, change its terms before it opens. The
 * package owns the book of the listings and knows the caps on one buy by the books of other packages.
 */
@NullMarked
package io.firstfill.control.listing;

import org.jspecify.annotations.NullMarked;

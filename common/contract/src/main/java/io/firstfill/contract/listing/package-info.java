/**
 * Listings as the scanner observes them, and its decision about each listing for each run. The scanner alone writes
 * this family.
 */
@NullMarked
package io.firstfill.contract.listing;

import org.jspecify.annotations.NullMarked;

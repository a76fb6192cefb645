/**
 * Records the prices of listings around their openings: which listings, which points, and when they are published. Runs
 * after all decisions about an answer, and decides nothing itself. Knows the listings and what an answer shows.
 */
@NullMarked
package io.firstfill.scanner.price;

import org.jspecify.annotations.NullMarked;

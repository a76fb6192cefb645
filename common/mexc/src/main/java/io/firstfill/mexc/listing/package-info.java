/**
 * Answers of the website: the calendar of new coins and the list of pairs. Immutable records; the forms are
 * undocumented. The package knows {@code reading} only.
 */
@NullMarked
package io.firstfill.mexc.listing;

import org.jspecify.annotations.NullMarked;

/**
 * Answers of the website: the calendar of new coins and the list of pairs. Immutable records; the forms are
 * undocumented. The package knows no other package of this module.
 */
@NullMarked
package io.firstfill.mexc.listing;

import org.jspecify.annotations.NullMarked;

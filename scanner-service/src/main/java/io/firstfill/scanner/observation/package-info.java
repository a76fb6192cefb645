/**
 * What one answer of one source shows, and what of the answer was left out. Immutable records, made by the feeds and
 * read by the book. Knows no other package of the service.
 */
@NullMarked
package io.firstfill.scanner.observation;

import org.jspecify.annotations.NullMarked;

/**
 * The content of one answer of one source, and the rows that were left out. Immutable records, made by the feeds and
 * read by the book. Knows no other package of the service.
 */
@NullMarked
package io.firstfill.scanner.observation;

import org.jspecify.annotations.NullMarked;

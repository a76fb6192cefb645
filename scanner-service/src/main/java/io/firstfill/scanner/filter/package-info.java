/**
 * Decides which listings a run buys: one signal or one skip with its reason per run and listing. Filters are pure
 * functions in a list; {@code Signals} owns what has been decided. May know {@code listing}, {@code qualification} and
 * {@code run}.
 */
@NullMarked
package io.firstfill.scanner.filter;

import org.jspecify.annotations.NullMarked;

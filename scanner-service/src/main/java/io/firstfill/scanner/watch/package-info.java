/**
 * The engine: one scanner per environment, which takes poll results and messages and publishes events. {@code Scanner}
 * owns the pollers; an {@code EnvironmentScanner} owns the book, the decisions and the health of one environment and is
 * the only place where they are locked. May know every feature, and no adapter.
 */
@NullMarked
package io.firstfill.scanner.watch;

import org.jspecify.annotations.NullMarked;

/**
 * Publishes commands and waits for their results. The package owns the book of commands and answers, and the callers
 * that wait. It knows no configuration, run or environment.
 */
@NullMarked
package io.firstfill.control.command;

import org.jspecify.annotations.NullMarked;

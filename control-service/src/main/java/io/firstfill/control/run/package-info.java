/**
 * Runs: start, stop and state. The package owns the book of runs. It knows commands, configurations and the start-up
 * gate.
 */
@NullMarked
package io.firstfill.control.run;

import org.jspecify.annotations.NullMarked;

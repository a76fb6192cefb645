/**
 * The caps: what counts against each, and the limits at the levels of deployment, environment and run, of which the
 * strictest holds. The package knows only values of the contract and holds no state.
 */
@NullMarked
package io.firstfill.risk.cap;

import org.jspecify.annotations.NullMarked;

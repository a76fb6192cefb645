/**
 * Dispatch: one engine for each environment applies messages to the state and routes the results of the stages. The
 * only package that knows all stages.
 */
@NullMarked
package io.firstfill.trader.engine;

import org.jspecify.annotations.NullMarked;

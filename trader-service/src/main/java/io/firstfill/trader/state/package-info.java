/**
 * The memory of one environment and its only writer. {@link io.firstfill.trader.state.EngineState} owns runs, permits,
 * listings and orders; the committer turns decided events into that memory and into published events.
 */
@NullMarked
package io.firstfill.trader.state;

import org.jspecify.annotations.NullMarked;

/**
 * The permits of one environment. Owned by the engine's state; others read {@link io.firstfill.trader.permit.Permits}.
 */
@NullMarked
package io.firstfill.trader.permit;

import org.jspecify.annotations.NullMarked;

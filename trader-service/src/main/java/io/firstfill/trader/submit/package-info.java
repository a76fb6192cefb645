/**
 * One request after another for a buy, until the exchange has taken it, refused it, or left it in doubt. Returns a
 * result.
 */
@NullMarked
package io.firstfill.trader.submit;

import org.jspecify.annotations.NullMarked;

/** The right of one trader to act for an account. */
@NullMarked
package io.firstfill.trader.lease;

import org.jspecify.annotations.NullMarked;

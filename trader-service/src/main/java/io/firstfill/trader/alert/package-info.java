/** Alerts of one environment, published when they open and close. */
@NullMarked
package io.firstfill.trader.alert;

import org.jspecify.annotations.NullMarked;

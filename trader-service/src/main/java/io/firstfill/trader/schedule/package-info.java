/** Arming and the opening timer: from OrderArmed to the request at the opening. Owns the timers. */
@NullMarked
package io.firstfill.trader.schedule;

import org.jspecify.annotations.NullMarked;

/** The best prices of held pairs from MEXC: pushed by its book ticker, and polled. Thread-safe. */
@NullMarked
package io.firstfill.trader.mexc.quote;

import org.jspecify.annotations.NullMarked;

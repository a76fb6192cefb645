/**
 * Decides whether a listing may be bought, and on what terms. Reads the book, and nothing else, from the exchange.
 */
@NullMarked
package io.firstfill.trader.decide;

import org.jspecify.annotations.NullMarked;

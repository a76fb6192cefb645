/**
 * The balance that the account buys with: asked for, reported, watched, and what is left of it for the next buy. The
 * package knows the state and the key, and no stage of an order.
 */
@NullMarked
package io.firstfill.trader.balance;

import org.jspecify.annotations.NullMarked;

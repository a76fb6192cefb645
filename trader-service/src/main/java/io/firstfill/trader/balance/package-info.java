/**
 * What the account holds to buy with: asked for, reported, watched, and what is left of it for the next buy. Knows the
 * state and the key, and no stage of an order.
 */
@NullMarked
package io.firstfill.trader.balance;

import org.jspecify.annotations.NullMarked;

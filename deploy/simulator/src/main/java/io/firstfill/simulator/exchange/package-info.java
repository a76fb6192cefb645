/** The exchange itself: accounts, pairs, listings and their opening, rules for orders, settlement. One thread owns it all. */
@NullMarked
package io.firstfill.simulator.exchange;

import org.jspecify.annotations.NullMarked;

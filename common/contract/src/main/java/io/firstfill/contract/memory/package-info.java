/**
 * What the trader remembers of its orders and positions for longer than their topics are replayed. The trader alone
 * writes and reads this family.
 */
@NullMarked
package io.firstfill.contract.memory;

import org.jspecify.annotations.NullMarked;

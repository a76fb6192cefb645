/**
 * What the trader remembers of its orders for longer than their topic is replayed. The trader alone writes and reads
 * this family.
 */
@NullMarked
package io.firstfill.contract.memory;

import org.jspecify.annotations.NullMarked;

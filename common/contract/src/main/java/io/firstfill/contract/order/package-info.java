/**
 * Orders, positions and returned permits, with the times of a buy. The trader alone writes this family and owns the
 * state that the events describe.
 */
@NullMarked
package io.firstfill.contract.order;

import org.jspecify.annotations.NullMarked;

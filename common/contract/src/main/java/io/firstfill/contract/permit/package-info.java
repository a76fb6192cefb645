/**
 * Permits to buy and the caps they count against. Risk-service alone writes this family and owns the reservations
 * behind it.
 */
@NullMarked
package io.firstfill.contract.permit;

import org.jspecify.annotations.NullMarked;

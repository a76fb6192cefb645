/**
 * The hourly report of listings that opened and were not bought, and the alerts about those that were missed for a
 * reason of ours. {@link io.firstfill.ledger.missed.MissedListings} decides and asks its ports; reports are in the
 * database, so that a restart repeats nothing. The package knows the contract and {@code status}, and no adapter.
 */
@NullMarked
package io.firstfill.ledger.missed;

import org.jspecify.annotations.NullMarked;

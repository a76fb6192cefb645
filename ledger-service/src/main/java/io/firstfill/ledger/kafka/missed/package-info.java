/** Runs the report of missed listings and publishes its alerts. The package adapts {@code missed} and has no state. */
@NullMarked
package io.firstfill.ledger.kafka.missed;

import org.jspecify.annotations.NullMarked;

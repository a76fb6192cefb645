/**
 * The alerts of the ledger itself: that it cannot record, and the daily restatement of the alerts about records, which
 * nobody else restates. The package knows the decisions, and the open alerts through a port.
 */
@NullMarked
package io.firstfill.ledger.alert;

import org.jspecify.annotations.NullMarked;

/**
 * Drift: how what is in force now differs from what a run started with. The package knows no other; adapters implement
 * its port.
 */
@NullMarked
package io.firstfill.ledger.drift;

import org.jspecify.annotations.NullMarked;

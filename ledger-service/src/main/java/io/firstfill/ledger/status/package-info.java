/**
 * The report of the ledger on its own work: for each environment whether it records, how far it is behind, and which
 * records it could not process. The package holds the ports of that report and knows no other package of the ledger.
 */
@NullMarked
package io.firstfill.ledger.status;

import org.jspecify.annotations.NullMarked;

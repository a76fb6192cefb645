/** How fast recording is. */
package io.firstfill.ledger.metrics;

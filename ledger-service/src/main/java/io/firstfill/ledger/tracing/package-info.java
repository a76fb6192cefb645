/**
 * Traces of buys, made after the fact: the times in the events of an order become spans once the ledger has recorded
 * them, so that no service on the way of an order does anything for it. The trace of a buy is its correlation id, from
 * the first sight of the listing to the receipt. The package knows the message type of {@code journal}; its adapter
 * {@code web} sends the spans to a collector where one is configured.
 */
@NullMarked
package io.firstfill.ledger.tracing;

import org.jspecify.annotations.NullMarked;

/**
 * The adapter to Kafka: the channel that consumes every topic to be recorded, the publication of answers and receipts,
 * and the readiness that follows from both. The package calls {@code journal}, and is the only one that calls
 * {@code metrics}. It owns the volatile state whether the journal records at the moment
 * ({@link io.firstfill.ledger.kafka.JournalState}); consumer offsets are Kafka's.
 */
@NullMarked
package io.firstfill.ledger.kafka;

import org.jspecify.annotations.NullMarked;

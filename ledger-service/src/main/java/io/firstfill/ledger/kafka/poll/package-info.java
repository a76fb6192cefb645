/**
 * The records of a poll: read, grouped by environment, and followed until they are recorded and their receipts are
 * published. The package knows {@code journal} and Kafka's own types.
 */
@NullMarked
package io.firstfill.ledger.kafka.poll;

import org.jspecify.annotations.NullMarked;

package io.firstfill.ledger.journal;

/**
 * The offset up to which the journal has read a partition.
 *
 * @param recorded every record before this offset is in the journal
 * @param published the answers and receipts of every record before this offset are on their topics; never after
 *     {@code recorded}
 */
public record ReachedOffset(String topic, int partition, long recorded, long published) {}

package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.ledger.journal.ChainHead;

/**
 * The records of one environment in a partition.
 *
 * @param first position of the first record
 * @param last the last record
 * @param count of records
 */
record Slice(long first, ChainHead last, long count) {}

/** Topics in, answers and receipts out. */
package io.firstfill.ledger.kafka;

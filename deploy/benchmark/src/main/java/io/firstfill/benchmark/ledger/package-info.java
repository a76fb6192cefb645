/**
 * Measures the ledger from outside: how fast it records what the services write, what the panel's poll costs with few
 * and with many trades, and how fast it exports. Each figure has what it is compared with from the same run. Speaks
 * Kafka, SQL and HTTP. Knows {@code result} and {@code time}.
 */
@NullMarked
package io.firstfill.benchmark.ledger;

import org.jspecify.annotations.NullMarked;

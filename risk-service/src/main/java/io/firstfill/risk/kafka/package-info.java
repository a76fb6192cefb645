/**
 * The Kafka Streams topology: reads the input topics, stores the risk books, publishes what the engine decided. The
 * package also holds its failure handling and readiness. The state store and its changelog own the risk books. The
 * package knows the books with their safeguards, and neither caps nor metrics.
 */
@NullMarked
package io.firstfill.risk.kafka;

import org.jspecify.annotations.NullMarked;

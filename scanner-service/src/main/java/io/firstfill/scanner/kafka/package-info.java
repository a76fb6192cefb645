/** The scanner on Kafka: what it follows, and how it publishes. Adapter of {@code watch}; keeps no state. */
@NullMarked
package io.firstfill.scanner.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * The command that publishes dead letters again, once a release can read them. It is plain Kafka and runs without the
 * service; {@link io.firstfill.ledger.kafka.deadletter.ReplayDeadLetters} is its main class.
 */
@NullMarked
package io.firstfill.ledger.kafka.deadletter;

import org.jspecify.annotations.NullMarked;

/**
 * The messages that the services exchange over Kafka: the topics, the families of messages and the meta that every
 * message carries. One package per family holds its messages; {@code id}, {@code value} and {@code configuration} hold
 * what several families use. {@code common/doc/EVENTS.md} describes every type for readers in other languages.
 *
 * <p>The contract knows the JDK, Jackson's annotations and JSpecify, and no framework. All types are immutable and hold
 * no state. A family grows by new types and new optional fields; no type, field or constant is renamed or removed,
 * because records already written must stay readable.
 */
@NullMarked
package io.firstfill.contract;

import org.jspecify.annotations.NullMarked;

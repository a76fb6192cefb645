/**
 * Decides which permits are granted and revoked. A risk book is the immutable state of one environment, the engine
 * decides what follows from one message. The package knows the caps and the contract, and no adapter; the processor
 * of the Kafka package owns the books and stores them.
 */
@NullMarked
package io.firstfill.risk.book;

import org.jspecify.annotations.NullMarked;

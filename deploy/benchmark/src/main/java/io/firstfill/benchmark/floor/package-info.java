/**
 * The reference floor: the least time that a Kafka record and an order request take on the same broker, simulator and
 * machine, measured with bare clients. {@code ReferenceFloor} owns the samples. Knows {@code time}.
 */
@NullMarked
package io.firstfill.benchmark.floor;

import org.jspecify.annotations.NullMarked;

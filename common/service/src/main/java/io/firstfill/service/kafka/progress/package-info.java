/**
 * How far the inbox has read: {@link io.firstfill.service.kafka.progress.ReadProgress} owns what was polled and handed
 * over, and {@link io.firstfill.service.kafka.progress.CatchUp} compares it with what is on the topics. Depends on the
 * Kafka client only; the inbox reports to it.
 */
@NullMarked
package io.firstfill.service.kafka.progress;

import org.jspecify.annotations.NullMarked;

/**
 * The signs of life of a service. {@code Heartbeats} decides when one is due; a {@code Presence} says for which
 * environments the service works.
 */
@NullMarked
package io.firstfill.service.kafka.heartbeat;

import org.jspecify.annotations.NullMarked;

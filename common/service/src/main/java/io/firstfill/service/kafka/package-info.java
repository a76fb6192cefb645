/**
 * The Kafka channels of a service: the inbox follows topics, the outbox publishes, and the lease says whether this
 * instance may still act for its partitions. The package knows Kafka and its reactive channels, and nothing of what a
 * service does with a message: that is the service's {@link io.firstfill.service.kafka.InboxHandler}.
 *
 * <p>{@link io.firstfill.service.kafka.InboxState} owns whether the past is replayed, and {@link
 * io.firstfill.service.kafka.LeaseRenewer} owns the lease. Both change with the assignment of partitions and with the
 * answers to renewals, and any thread may read them. No state outlives the process: every start replays the topics
 * (decision 1).
 */
@NullMarked
package io.firstfill.service.kafka;

import org.jspecify.annotations.NullMarked;

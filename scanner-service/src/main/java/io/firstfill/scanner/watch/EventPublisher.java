package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;

/** Publishes events. Must not block: sending starts at once, in the order of the calls. */
@FunctionalInterface
public interface EventPublisher {
    /** Completes when the message is durable. */
    Uni<Void> publish(Message message);
}

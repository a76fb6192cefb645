package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;

/** Says it to everyone. Must not block: sending starts at once, in call order. */
@FunctionalInterface
public interface EventPublisher {
    /** Completes when the message is durable. */
    Uni<Void> tell(Message message);
}

package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a service does with the messages it follows. Calls never overlap and come in this order, again after every
 * change of partitions: {@link #reset()}, {@link #replayed} for the past, {@link #opened()}, {@link #received}.
 */
public interface InboxHandler {
    /**
     * How far back each topic is read before the service opens for work; empty means from the beginning, for topics
     * that are compacted or small for ever. The time to recover must not grow with history.
     */
    Map<String, Optional<Duration>> lookback();

    /** Another process has taken this instance's name: {@link #reset()} comes now, and nothing after it. */
    default void replaced() {}

    /** Partitions changed hands: drop what was built from them; it is about to be replayed. */
    void reset();

    /** A message of the past, on a thread that may block. Rebuild only: whatever it caused has been done already. */
    void replayed(Message message);

    /** The past is complete. May block; the live channel starts when this returns. */
    void opened();

    /** A live message. Must not block; the next one comes when the result completes. */
    Uni<Void> received(Message message);
}

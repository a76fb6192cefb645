package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.value.RecordPlace;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Handles the messages a service follows; each service has one implementation. Calls never overlap. After every
 * change of partitions they come in this order: {@link #reset()}, {@link #replayed} for each past message,
 * {@link #opened()}, {@link #received} for each live message.
 */
public interface InboxHandler {
    /**
     * Returns how far back each topic is replayed before the service opens. Empty means from the beginning, for
     * topics that are compacted or stay small for ever: the time to recover must not grow with history.
     */
    Map<String, Optional<Duration>> lookback();

    /**
     * Another process has taken this instance's name in the group. {@link #reset()} follows, and no call after that.
     */
    default void replaced() {}

    /**
     * The environments that this instance is assigned from now on; {@link #reset()} follows. A service acts on no other
     * one: another instance does.
     */
    default void assigned(AssignedEnvironments environments) {}

    /** The partitions have changed. Drops all state built from their messages: the past is replayed next. */
    void reset();

    /**
     * Rebuilds state from a past message. May block. Must have no other effect: the message has had its effects
     * already.
     */
    void replayed(Message message);

    /**
     * A record of a topic whose loss could cost money cannot be processed: it is no message of its topic, its key is
     * not its environment, or {@link #replayed} or {@link #received} failed on it. Called on replay and live, every
     * time the record is met. A service that trades must let no money out for the environment until a person has
     * acknowledged the record; by default nothing more than a log line happens.
     */
    default void unprocessable(UnprocessableRecord record) {}

    /** The past is complete. May block; live messages start when the method returns. */
    void opened();

    /** Handles a live message. Must not block; the next message comes when the result completes. */
    Uni<Void> received(Message message);

    /** Handles a live message, for a service that may find out after the call that it cannot process the record. */
    default Uni<Void> received(Message message, RecordPlace place) {
        return received(message);
    }
}

package io.firstfill.contract.record;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.util.Objects;

/**
 * The ledger has appended a message to the journal.
 *
 * @param position in the journal of the environment, from 1
 */
public record Recorded(Meta meta, EnvironmentId environment, MessageId messageId, long position)
        implements RecordEvent {
    public Recorded {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(messageId, "messageId");
    }
}

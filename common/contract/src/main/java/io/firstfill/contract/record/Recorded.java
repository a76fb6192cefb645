package io.firstfill.contract.record;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ledger has appended a message to the journal.
 *
 * @param position in the journal of the environment, from 1
 * @param hash of the journal's row, and so of every row before it: with the receipts, the end of the chain leaves the
 *     ledger's database. Null in older receipts
 */
public record Recorded(
        Meta meta,
        EnvironmentId environment,
        MessageId messageId,
        long position,
        @Nullable String hash) implements RecordEvent {
    public Recorded {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(messageId, "messageId");
    }

    /** Creates a receipt without a hash. */
    public Recorded(Meta meta, EnvironmentId environment, MessageId messageId, long position) {
        this(meta, environment, messageId, position, null);
    }
}

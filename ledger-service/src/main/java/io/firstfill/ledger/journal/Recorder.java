package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/**
 * Records batches of messages, stores the offsets reached with them, and decides on the commands that only the ledger
 * can decide, in one transaction per environment and batch.
 */
@ApplicationScoped
public class Recorder {
    private final JournalStore store;
    private final MessageCodec codec;
    private final InstantSource clock;

    Recorder(JournalStore store, MessageCodec codec, InstantSource clock) {
        this.store = store;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Records entries of one environment in their order. An entry that was recorded before changes nothing; the result
     * holds its receipt and its answer again.
     *
     * @param reached offsets that are reached when the entries are recorded
     */
    public Uni<BatchResult> record(
            EnvironmentId environment, List<? extends JournalEntry> entries, List<ReachedOffset> reached) {
        return store.inTransaction(
                environment, transaction -> new EnvironmentBatch(transaction, codec, clock).record(entries, reached));
    }
}

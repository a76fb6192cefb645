package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/**
 * Records batches of messages and decides on the commands that only the ledger can decide, in one transaction per
 * environment and batch.
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
     * Records messages of one environment in their order. A message that was recorded before changes nothing; the
     * result holds its receipt and its answer again.
     */
    public Uni<BatchResult> record(EnvironmentId environment, List<EncodedMessage> messages) {
        return store.inTransaction(
                environment, transaction -> new EnvironmentBatch(transaction, codec, clock).record(messages));
    }
}

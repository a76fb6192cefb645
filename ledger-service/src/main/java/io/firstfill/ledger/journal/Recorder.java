package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Records what happened and decides what only the ledger can decide, in one transaction per environment and batch. */
@ApplicationScoped
public class Recorder {
    private final Store store;
    private final MessageCodec codec;
    private final InstantSource clock;

    Recorder(Store store, MessageCodec codec, InstantSource clock) {
        this.store = store;
        this.codec = codec;
        this.clock = clock;
    }

    /** Messages of one environment, in order. What was recorded before changes nothing and is receipted and answered again. */
    public Uni<Outcome> record(EnvironmentId environment, List<Received> messages) {
        return store.inTransaction(environment, recording -> new EnvironmentBatch(recording, codec, clock).record(messages));
    }
}

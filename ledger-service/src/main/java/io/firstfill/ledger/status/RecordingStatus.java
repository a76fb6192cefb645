package io.firstfill.ledger.status;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reports how the recording goes. */
public interface RecordingStatus {
    /** Returns every environment, whichever instance of the ledger records it. Never fails. */
    Uni<List<EnvironmentRecording>> all();
}

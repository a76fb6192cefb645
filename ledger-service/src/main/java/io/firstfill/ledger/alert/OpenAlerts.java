package io.firstfill.ledger.alert;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Reads the open alerts about records: that one could not be processed, and that some are lost. */
public interface OpenAlerts {
    /**
     * An open alert.
     *
     * @param origin id of the event that opened it
     * @param stated the alert as it was stated last
     */
    record Open(MessageId origin, AlertRaised stated) {}

    /** Returns the alerts that nobody has stated since, the oldest statement first; a bounded number. */
    Uni<List<Open>> notStatedSince(Instant time);
}

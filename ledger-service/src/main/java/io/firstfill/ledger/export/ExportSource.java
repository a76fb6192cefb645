package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.ledger.journal.ChainHead;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads the rows of exports. Every export holds resources until it is closed. */
public interface ExportSource {
    /**
     * Opens the rows as they are at this moment. Fails with {@link io.firstfill.ledger.query.ReadUnavailableException}
     * where the database cannot be read in time.
     */
    Uni<OpenExport> open(ExportRequest request);

    /** An export whose rows are being read. */
    interface OpenExport {
        /** Returns the ends of the chains from which the rows follow. */
        List<ChainHead> heads();

        /** Reads the next rows whenever the subscriber asks for more, a bounded number at a time. */
        Multi<List<JsonNode>> rows();

        /** Frees everything, also while rows are being read. May be called more than once; never fails. */
        Uni<Void> close();
    }
}

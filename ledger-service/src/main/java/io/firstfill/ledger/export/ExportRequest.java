package io.firstfill.ledger.export;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.PageRequest;
import java.util.Map;

/**
 * What is exported.
 *
 * @param filters as the caller named them, for the manifest
 */
public record ExportRequest(ExportSubject subject, ExportFormat format, Map<String, String> filters, Rows rows) {
    public ExportRequest {
        filters = Map.copyOf(filters);
    }

    /** Which rows are exported. */
    public sealed interface Rows {
        /** Every item that the read API would list for the request, on whatever page. */
        record Listed(PageRequest filter) implements Rows {}

        /**
         * Consecutive rows of one chain.
         *
         * @param after position, exclusive
         * @param upTo position, inclusive
         */
        record Chained(EnvironmentId environment, long after, long upTo) implements Rows {}
    }

    public String fileName() {
        return "firstfill-" + subject.label() + "." + format.label();
    }
}

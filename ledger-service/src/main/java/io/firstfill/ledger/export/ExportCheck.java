package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the file of an export.
 *
 * @param rows number of rows that are as they were exported, from the first
 * @param finding what is wrong after those rows, null when the file is intact
 * @param manifest null where the file has none, or is broken before it
 */
public record ExportCheck(
        long rows, @Nullable String finding, @Nullable JsonNode manifest) {
    public boolean intact() {
        return finding == null;
    }

    static ExportCheck broken(long rows, String finding) {
        return new ExportCheck(rows, finding, null);
    }
}

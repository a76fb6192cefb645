package io.firstfill.ledger.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of exports, which use connections of the readers and leave the others to the lists. */
@ConfigMapping(prefix = "firstfill.exports")
public interface ExportSettings {
    /** Exports at the same time; a further one is refused. Less than {@code firstfill.readers.connections}. */
    @WithDefault("2")
    int parallel();

    /**
     * How long the database may take until the first rows, and for each further piece. Milliseconds are the finest
     * unit.
     */
    @WithDefault("60S")
    Duration statementTimeout();

    /** How long a caller may take for one piece before the export is cut. Milliseconds are the finest unit. */
    @WithDefault("60S")
    Duration stalled();

    /** How long an export may take: meanwhile the database keeps every old version of a row. */
    @WithDefault("30M")
    Duration longest();
}

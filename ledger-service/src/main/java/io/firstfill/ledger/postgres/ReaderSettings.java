package io.firstfill.ledger.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the queries of the read API, which have database connections of their own. */
@ConfigMapping(prefix = "firstfill.readers")
interface ReaderSettings {
    /** Connections that queries may use at the same time, beside the connections that record. */
    @WithDefault("5")
    int connections();

    /** Queries that may wait for a connection; a further query is refused at once. */
    @WithDefault("100")
    int waiting();

    /** How long a query waits for a connection before it is refused. */
    @WithDefault("2S")
    Duration connectionTimeout();

    /** How long a query may run before the database ends it. Milliseconds are the finest unit. */
    @WithDefault("5S")
    Duration statementTimeout();
}

package io.firstfill.ledger.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Creates the pool of the journal. Its connections keep every statement of recording prepared, also the long ones,
 * which the driver would otherwise have parsed and planned at each execution.
 */
@Singleton
class JournalPool implements PgPoolCreator {
    /** Characters; the longest statement has about 7,000. */
    private static final int LONGEST_STATEMENT = 32_768;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}

package io.firstfill.ledger.postgres;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Creates the pool of the readers. Its size, its queue and the timeout of its statements bound what readers take from
 * the database, and a reader never holds a connection that the journal needs.
 */
@Singleton
@ReactiveDataSource(Readers.NAME)
class ReaderPool implements PgPoolCreator {
    private final ReaderSettings settings;

    ReaderPool(ReaderSettings settings) {
        this.settings = settings;
    }

    @Override
    public Pool create(Input input) {
        Duration timeout = settings.statementTimeout();
        input.pgConnectOptionsList()
                .forEach(options -> options.addProperty("statement_timeout", Long.toString(timeout.toMillis()))
                        .addProperty("default_transaction_read_only", "on"));
        input.poolOptions()
                .setName(Readers.NAME)
                .setMaxSize(settings.connections())
                .setMaxWaitQueueSize(settings.waiting())
                .setConnectionTimeout(
                        Math.toIntExact(settings.connectionTimeout().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}

package io.firstfill.ledger.postgres;

import io.firstfill.ledger.query.ReadUnavailableException;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Runs the queries of readers on their own pool. A query that gets no connection, takes too long or reaches no database
 * fails with {@link ReadUnavailableException}.
 */
@ApplicationScoped
class Readers {
    static final String NAME = "readers";

    private static final String STATEMENT_TIMEOUT = "57014";
    /** SQLSTATE classes of a statement or data that is wrong, whenever the statement runs: bugs of the ledger. */
    private static final Set<String> PERMANENT = Set.of("0A", "21", "22", "23", "25", "2F", "42", "44");
    /** Beyond the database's own timeout, for a database that answers nothing at all. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Pool pool;
    private final ReaderSettings settings;

    Readers(@ReactiveDataSource(NAME) Pool pool, ReaderSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    Uni<List<Row>> query(String sql, Tuple arguments) {
        Duration longest =
                settings.connectionTimeout().plus(settings.statementTimeout()).plus(GRACE);
        return pool.preparedQuery(sql)
                .execute(arguments)
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure(Readers::isTransient)
                .transform(failure -> new ReadUnavailableException(reason(failure), failure))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** Whether the failure is of the database and not of the statement. */
    static boolean isTransient(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState();
            return state == null || !PERMANENT.contains(state.substring(0, 2));
        }
        return failure instanceof TimeoutException
                || failure instanceof VertxException
                || !(failure instanceof RuntimeException || failure instanceof Error);
    }

    private String reason(Throwable failure) {
        return failure instanceof PgException refused && STATEMENT_TIMEOUT.equals(refused.getSqlState())
                ? "The query took longer than " + settings.statementTimeout().toMillis()
                        + " ms and was ended. Ask for less: set environment, from and to, or a smaller limit."
                        + " Recording is not affected."
                : "The database could not be read in time: it is unavailable, or too many queries are running."
                        + " Repeat the request later. Recording does not wait for queries.";
    }
}

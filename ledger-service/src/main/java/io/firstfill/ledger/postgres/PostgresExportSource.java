package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.export.ExportRequest;
import io.firstfill.ledger.export.ExportSettings;
import io.firstfill.ledger.export.ExportSource;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.query.ReadUnavailableException;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads exports by a cursor on a connection of the readers. The transaction sees one moment of the database, reads only
 * and locks no row, so no writer waits for it. Its own timeouts end it when the database or the caller is too slow.
 */
@ApplicationScoped
class PostgresExportSource implements ExportSource {
    private static final String HEADS = "SELECT environment, position, encode(hash, 'hex') AS hash FROM journal_head"
            + " WHERE position > 0 ORDER BY environment";

    private final Pool pool;
    private final ExportSettings settings;
    private final ObjectMapper json;

    PostgresExportSource(@ReactiveDataSource(Readers.NAME) Pool pool, ExportSettings settings, ObjectMapper json) {
        this.pool = pool;
        this.settings = settings;
        this.json = json;
    }

    /** A caller who goes away while the export is being opened leaves nothing behind. */
    @Override
    public Uni<OpenExport> open(ExportRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicBoolean gone = new AtomicBoolean();
            AtomicReference<@Nullable SqlConnection> opening = new AtomicReference<>();
            emitter.onTermination(() -> {
                gone.set(true);
                PostgresExport.cancelStatement(opening.getAndSet(null));
            });
            pool.getConnection()
                    .invoke(opening::set)
                    .chain(connection -> begin(connection, request))
                    .invoke(() -> opening.set(null))
                    .subscribe()
                    .with(
                            export -> {
                                if (gone.get()) {
                                    export.closeInBackground();
                                } else {
                                    emitter.complete(export);
                                }
                            },
                            failure -> emitter.fail(unavailable(failure)));
        });
    }

    private Uni<PostgresExport> begin(SqlConnection connection, ExportRequest request) {
        ExportQuery query = ExportQuery.of(request);
        return connection
                .query(begin())
                .execute()
                .chain(() -> connection.query(HEADS).execute())
                .map(PostgresExportSource::heads)
                .chain(heads -> connection
                        .prepare(query.sql())
                        .map(statement ->
                                new PostgresExport(connection, statement, heads, query, json, settings.longest())))
                .onFailure()
                .call(() -> PostgresExport.release(connection, null));
    }

    private String begin() {
        return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TimeZone = 'UTC';"
                + " SET LOCAL statement_timeout = "
                + settings.statementTimeout().toMillis() + "; SET LOCAL idle_in_transaction_session_timeout = "
                + settings.stalled().toMillis();
    }

    private static List<ChainHead> heads(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresChainReader::head)
                .toList();
    }

    static Throwable unavailable(Throwable failure) {
        return Readers.isTransient(failure)
                ? new ReadUnavailableException(
                        "The database could not be read in time: it is unavailable, or too many queries are running."
                                + " Repeat the request later, or narrow it by environment, from and to.",
                        failure)
                : failure;
    }
}

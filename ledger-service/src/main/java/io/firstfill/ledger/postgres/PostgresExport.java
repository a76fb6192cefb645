package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.export.ExportSource.OpenExport;
import io.firstfill.ledger.journal.ChainHead;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One export that is being read. Closes itself when it takes too long. */
final class PostgresExport implements OpenExport {
    private static final Logger LOG = Logger.getLogger(PostgresExport.class);

    private final SqlConnection connection;
    private final PreparedStatement statement;
    private final Cursor cursor;
    private final List<ChainHead> heads;
    private final ExportQuery query;
    private final ObjectMapper json;
    private final Cancellable limit;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean reading;
    /** The piece that is being read while the one before it is taken; null at the end. */
    private volatile @Nullable Uni<RowSet<Row>> ahead;

    PostgresExport(
            SqlConnection connection,
            PreparedStatement statement,
            List<ChainHead> heads,
            ExportQuery query,
            ObjectMapper json,
            Duration longest) {
        this.connection = connection;
        this.statement = statement;
        this.cursor = statement.cursor(query.arguments());
        this.heads = heads;
        this.query = query;
        this.json = json;
        this.limit = Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(longest)
                .subscribe()
                .with(elapsed -> {
                    LOG.warn("An export took longer than firstfill.exports.longest and is cut");
                    closeInBackground();
                });
    }

    @Override
    public List<ChainHead> heads() {
        return heads;
    }

    @Override
    public Multi<List<JsonNode>> rows() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(rows -> ahead != null)
                .onFailure()
                .transform(PostgresExportSource::unavailable);
    }

    /**
     * JSON is parsed on a worker thread: pieces are large. Meanwhile the database reads the piece behind, and no
     * further one.
     */
    private Uni<List<JsonNode>> next() {
        if (closed.get()) {
            return Uni.createFrom().failure(new IllegalStateException("the export is closed"));
        }
        Uni<RowSet<Row>> piece = ahead;
        return (piece == null ? read() : piece)
                .invoke(this::readAhead)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::items);
    }

    /** An export that was cut must not look as if it had ended: its reader would get a manifest of fewer rows. */
    private void readAhead() {
        boolean more = cursor.hasMore();
        if (more && closed.get()) {
            throw new IllegalStateException("the export is closed");
        }
        ahead = more ? read() : null;
    }

    private Uni<RowSet<Row>> read() {
        reading = true;
        Uni<RowSet<Row>> piece = cursor.read(query.fetch())
                .eventually(() -> reading = false)
                .memoize()
                .indefinitely();
        piece.subscribe()
                .with(
                        rows -> LOG.tracef("Piece of an export read: rows=%d", rows.size()),
                        failure -> LOG.debugf("Piece of an export not read: %s", failure));
        return piece;
    }

    private List<JsonNode> items(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> ExportQuery.item(row, json))
                .toList();
    }

    /** Has the database end what the connection runs. */
    static void cancelStatement(@Nullable SqlConnection connection) {
        if (connection != null) {
            cancelled(connection).subscribe().with(done -> LOG.debug("Statement of an export cancelled"));
        }
    }

    /** Never fails: a statement that cannot be cancelled ends by its timeout. */
    private static Uni<Void> cancelled(SqlConnection connection) {
        return Uni.createFrom()
                .deferred(() -> PgConnection.cast(connection).cancelRequest())
                .onFailure()
                .invoke(failure -> LOG.warnf("Statement of an export not cancelled: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    void closeInBackground() {
        close().subscribe().with(done -> {}, failure -> LOG.warnf("Export not closed: %s", failure));
    }

    /** A statement that runs is cancelled, so that the connection is free at once. */
    @Override
    public Uni<Void> close() {
        if (!closed.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        limit.cancel();
        return (reading ? cancelled(connection) : Uni.createFrom().voidItem())
                .chain(() -> release(connection, statement));
    }

    /**
     * Gives the connection back without its transaction, in which the next reader would fail, and without its
     * statement, which the server would keep. Never fails.
     */
    static Uni<Void> release(SqlConnection connection, @Nullable PreparedStatement statement) {
        return connection
                .query("ROLLBACK")
                .execute()
                .chain(() -> statement == null ? Uni.createFrom().voidItem() : statement.close())
                .onFailure()
                .invoke(failure -> LOG.debugf("Export not rolled back: %s", failure))
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .onFailure()
                .recoverWithNull();
    }
}

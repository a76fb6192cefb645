package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.KafkaAndPostgres;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Proves that an export which is cut never looks like one that has ended, which would be given a manifest. */
@QuarkusTest
@KafkaAndPostgres
class CutExportTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ExportQuery FOUR_ROWS = new ExportQuery(
            "SELECT json_build_object('row', i)::text AS item FROM generate_series(1, 4) i ORDER BY i",
            Tuple.tuple(),
            1);

    /** Completes when the database has answered with the second piece. */
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    /** The second piece is handed on when this completes. */
    private final CompletableFuture<Void> handedOn = new CompletableFuture<>();

    @Inject
    @ReactiveDataSource(Readers.NAME)
    Pool pool;

    @Test
    void anExportThatIsCutWhileAPieceIsOnItsWayFails() throws Exception {
        PostgresExport export = open();
        AssertSubscriber<List<JsonNode>> reader = export.rows().subscribe().withSubscriber(AssertSubscriber.create(1));
        reader.awaitItems(1, LIMIT);
        reader.request(3);
        answered.get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        export.close().await().atMost(LIMIT);
        handedOn.complete(null);

        reader.awaitFailure(LIMIT);
    }

    @Test
    void anExportThatIsReadToItsEndEnds() {
        handedOn.complete(null);
        PostgresExport export = open();

        AssertSubscriber<List<JsonNode>> reader = export.rows().subscribe().withSubscriber(AssertSubscriber.create(9));

        reader.awaitCompletion(LIMIT);
        assertThat(reader.getItems().stream().flatMap(List::stream)).hasSize(4);
        export.close().await().atMost(LIMIT);
    }

    private PostgresExport open() {
        SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
        connection.query("BEGIN READ ONLY").execute().await().atMost(LIMIT);
        PreparedStatement statement =
                connection.prepare(FOUR_ROWS.sql()).await().atMost(LIMIT);
        return new PostgresExport(
                connection,
                new HeldStatement(statement),
                List.of(),
                FOUR_ROWS,
                new ObjectMapper(),
                Duration.ofMinutes(1));
    }

    /** The statement of the database, whose second piece is held back. */
    private final class HeldStatement extends PreparedStatement {
        HeldStatement(PreparedStatement statement) {
            super(statement.getDelegate());
        }

        @Override
        public Cursor cursor(Tuple arguments) {
            return new HeldCursor(super.cursor(arguments));
        }
    }

    private final class HeldCursor extends Cursor {
        private int reads;

        HeldCursor(Cursor cursor) {
            super(cursor.getDelegate());
        }

        @Override
        public Uni<RowSet<Row>> read(int count) {
            reads++;
            Uni<RowSet<Row>> piece = super.read(count);
            return reads == 2
                    ? piece.call(() -> {
                        answered.complete(null);
                        return Uni.createFrom().completionStage(handedOn);
                    })
                    : piece;
        }
    }
}

package io.firstfill.ledger.postgres.batch;

import io.firstfill.ledger.journal.JournalRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the last row of each topic, by which a poll learns whether anything has changed for it. */
final class TopicHeads {
    private static final String MOVE = """
            INSERT INTO topic_head AS h (environment, topic, position, hash)
            VALUES ($1, $2, $3, decode($4, 'hex'))
            ON CONFLICT (environment, topic) DO UPDATE SET position = excluded.position, hash = excluded.hash
            """;

    private TopicHeads() {}

    /** Takes the last of the rows on each topic, in the transaction that appends the rows. */
    static Uni<Void> move(SqlConnection connection, List<JournalRow> rows) {
        Map<String, JournalRow> last = new TreeMap<>();
        rows.forEach(row -> last.put(row.topic(), row));
        return connection
                .preparedQuery(MOVE)
                .executeBatch(last.values().stream().map(TopicHeads::values).toList())
                .replaceWithVoid();
    }

    private static Tuple values(JournalRow row) {
        return Tuple.of(
                row.environment().value(),
                row.topic(),
                row.position(),
                row.hash().hex());
    }
}

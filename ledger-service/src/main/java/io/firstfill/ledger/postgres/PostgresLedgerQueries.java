package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.Hop;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.JournalItem;
import io.firstfill.ledger.query.Latency;
import io.firstfill.ledger.query.LatencyFilter;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Answers the queries of the read API. Each list is a view; the database turns its rows into JSON, which Jackson reads.
 */
@ApplicationScoped
class PostgresLedgerQueries implements LedgerQueries {
    private static final String JOURNAL = """
            SELECT position, message_id, topic, type, occurred_at, recorded_at,
                encode(body_sha256, 'hex') AS body_sha256, encode(hash, 'hex') AS hash, body
            FROM journal
            WHERE environment = $1 AND position > $2
            ORDER BY position
            LIMIT $3
            """;

    private static final String LATENCIES = """
            SELECT order_kind(o) AS kind, h.hop, count(*) AS measured, max(h.micros) AS most,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY h.micros) AS p50,
                percentile_disc(0.95) WITHIN GROUP (ORDER BY h.micros) AS p95,
                percentile_disc(0.99) WITHIN GROUP (ORDER BY h.micros) AS p99
            FROM orders o
            CROSS JOIN LATERAL order_hops(o) h
            WHERE o.environment = $1
                AND ($2::timestamptz IS NULL OR o.created_at >= $2)
                AND ($3::timestamptz IS NULL OR o.created_at < $3)
                AND ($4::text IS NULL OR order_kind(o) = $4)
            GROUP BY order_kind(o), h.place, h.hop
            ORDER BY order_kind(o), h.place
            """;

    private final Pool pool;
    private final StoredJson json;

    PostgresLedgerQueries(Pool pool, StoredJson json) {
        this.pool = pool;
        this.json = json;
    }

    @Override
    public <T> Uni<Page<T>> list(ApiList<T> list, PageRequest request) {
        ListQuery query = ListQuery.of(list, request);
        return pool.preparedQuery(query.sql())
                .execute(query.arguments())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows ->
                        Page.of(rows, request.limit(), row -> item(row, list.item()), PostgresLedgerQueries::cursor));
    }

    @Override
    public <T> Uni<Optional<T>> find(ApiList<T> list, String key) {
        return pool.preparedQuery(ListQuery.one(list))
                .execute(Tuple.of(key))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> item(row, list.item()))
                        .findFirst());
    }

    @Override
    public Uni<List<JournalItem>> journal(EnvironmentId environment, long after, int limit) {
        return pool.preparedQuery(JOURNAL)
                .execute(Tuple.of(environment.value(), after, limit + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::journalItem)
                        .toList());
    }

    @Override
    public Uni<List<Latency>> latencies(LatencyFilter filter) {
        Hop.Kind kind = filter.kind();
        Tuple arguments = Tuple.of(
                filter.environment().value(),
                ListQuery.time(filter.from()),
                ListQuery.time(filter.to()),
                kind == null ? null : kind.label());
        return pool.preparedQuery(LATENCIES)
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresLedgerQueries::latency)
                        .toList());
    }

    private static Latency latency(Row row) {
        return new Latency(
                row.getString("kind"),
                row.getString("hop"),
                row.getLong("measured"),
                row.getLong("p50"),
                row.getLong("p95"),
                row.getLong("p99"),
                row.getLong("most"));
    }

    private JournalItem journalItem(Row row) {
        return new JournalItem(
                row.getLong("position"),
                new MessageId(row.getUUID("message_id")),
                row.getString("topic"),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("body_sha256"),
                row.getString("hash"),
                json.read(row.getString("body"), JsonNode.class));
    }

    private <T> T item(Row row, Class<T> type) {
        return json.read(row.getString("item"), type);
    }

    private static String cursor(Row row) {
        return new Cursor(row.getOffsetDateTime("sort_time").toInstant(), row.getString("sort_key")).encoded();
    }
}

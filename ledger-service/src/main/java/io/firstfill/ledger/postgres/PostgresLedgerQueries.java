package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.Hop;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ConfigurationItem;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.JournalItem;
import io.firstfill.ledger.query.Latency;
import io.firstfill.ledger.query.LatencyFilter;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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

    private static final String VERSION = """
            SELECT row_to_json(v)::text AS item FROM api_configuration_version v
            WHERE v."configurationId" = $1 AND v.version = $2
            """;

    static final String LATENCIES = """
            SELECT order_kind(o) AS kind, h.hop, count(*) AS measured, max(h.micros) AS most,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY h.micros) AS p50,
                percentile_disc(0.95) WITHIN GROUP (ORDER BY h.micros) AS p95,
                percentile_disc(0.99) WITHIN GROUP (ORDER BY h.micros) AS p99
            FROM orders o
            CROSS JOIN LATERAL order_hops(o) h
            WHERE o.environment || ' ' || o.status || CASE WHEN o.filled_quantity > 0 THEN '+' ELSE '' END = ANY ($1::text[])
                AND o.created_at >= coalesce($2::timestamptz, '-infinity')
                AND o.created_at < coalesce($3::timestamptz, 'infinity')
                AND ($4::text IS NULL OR order_kind(o) = $4)
            GROUP BY order_kind(o), h.place, h.hop
            ORDER BY order_kind(o), h.place
            """;

    private final Readers readers;
    private final StoredJson json;

    PostgresLedgerQueries(Readers readers, StoredJson json) {
        this.readers = readers;
        this.json = json;
    }

    @Override
    public <T> Uni<Page<T>> list(ApiList<T> list, PageRequest request) {
        ListQuery query = ListQuery.of(list, request);
        return readers.query(query.sql(), query.arguments())
                .map(rows ->
                        Page.of(rows, request.limit(), row -> item(row, list.item()), PostgresLedgerQueries::cursor));
    }

    @Override
    public <T> Uni<Optional<T>> find(ApiList<T> list, String key) {
        return list.keyType()
                .parse(key)
                .map(parsed -> readers.query(ListQuery.one(list), Tuple.of(parsed)))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(rows -> rows.stream().map(row -> item(row, list.item())).findFirst());
    }

    @Override
    public Uni<Optional<ConfigurationItem>> version(ConfigurationId configuration, int version) {
        return readers.query(VERSION, Tuple.of(configuration.value(), version))
                .map(rows -> rows.stream()
                        .map(row -> item(row, ConfigurationItem.class))
                        .findFirst());
    }

    @Override
    public Uni<List<JournalItem>> journal(EnvironmentId environment, long after, int limit) {
        return readers.query(JOURNAL, Tuple.of(environment.value(), after, limit + 1))
                .map(rows -> rows.stream().map(this::journalItem).toList());
    }

    @Override
    public Uni<List<Latency>> latencies(LatencyFilter filter) {
        Hop.Kind kind = filter.kind();
        Tuple arguments = Tuple.of(
                ListQuery.scopes(ApiList.ORDERS, filter.environment()),
                ListQuery.time(filter.from()),
                ListQuery.time(filter.to()),
                kind == null ? null : kind.label());
        return readers.query(LATENCIES, arguments)
                .map(rows -> rows.stream().map(PostgresLedgerQueries::latency).toList());
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

package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.Hop;
import io.firstfill.ledger.postgres.result.ResultSql;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ConfigurationItem;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.JournalItem;
import io.firstfill.ledger.query.Latency;
import io.firstfill.ledger.query.LatencyFilter;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PageRequest;
import io.firstfill.ledger.query.report.ListingPrice;
import io.firstfill.ledger.query.report.PriceRequest;
import io.firstfill.ledger.query.result.ResultItem;
import io.firstfill.ledger.query.result.ResultRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            WHERE o.environment || ' ' || order_scope(o.status, o.filled_quantity, o.opening_time) = ANY ($1::text[])
                AND o.created_at >= coalesce($2::timestamptz, '-infinity')
                AND o.created_at < coalesce($3::timestamptz, 'infinity')
            GROUP BY order_kind(o), h.place, h.hop
            ORDER BY order_kind(o), h.place
            """;
    static final String LATENCIES_OF_RUN =
            LATENCIES.replace("o.environment || ' ' ||", "o.environment || ' ' || o.run_id::text || ' ' ||");
    static final String PRICES = """
            SELECT json_build_object('at', at, 'last', last::text, 'bid', bid::text, 'ask', ask::text)::text AS item, at
            FROM price_point
            WHERE listing_id = $1 AND at > coalesce($2::timestamptz, '-infinity')
                AND at >= coalesce($3::timestamptz, '-infinity') AND at < coalesce($4::timestamptz, 'infinity')
            ORDER BY at
            LIMIT $5
            """;
    /** A new schema may show more of the same rows; a row for every topic stands for projections that were rebuilt. */
    static final String HEADS = """
            SELECT environment, topic, encode(hash, 'hex') AS hash
            FROM topic_head
            WHERE (topic = ANY ($1::text[]) OR topic = '*' OR $1::text[] = '{}')
                AND ($2::text IS NULL OR environment = $2)
            UNION ALL
            SELECT '', 'schema', max(installed_rank)::text FROM flyway_schema_history
            ORDER BY environment, topic
            """;

    private static final String RECORDED =
            "SELECT EXISTS (SELECT FROM journal_head WHERE environment = $1 AND position > 0) AS recorded";

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
                .map(rows -> Page.of(
                        rows,
                        request.limit(),
                        row -> item(row, list.item()),
                        row -> cursor(row).encoded(request.query(list))));
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
                ListQuery.orderScopes(filter.environment(), filter.run(), kind == null ? null : kind.label()),
                ListQuery.time(filter.from()),
                ListQuery.time(filter.to()));
        return readers.query(filter.run() == null ? LATENCIES : LATENCIES_OF_RUN, arguments)
                .map(rows -> rows.stream().map(PostgresLedgerQueries::latency).toList());
    }

    @Override
    public Uni<Page<ListingPrice>> prices(ListingId listing, PriceRequest request) {
        Tuple arguments = Tuple.tuple()
                .addUUID(listing.value())
                .addValue(ListQuery.time(request.after()))
                .addValue(ListQuery.time(request.from()))
                .addValue(ListQuery.time(request.to()))
                .addInteger(request.limit() + 1);
        return readers.query(PRICES, arguments)
                .map(rows -> Page.of(
                        rows,
                        request.limit(),
                        row -> item(row, ListingPrice.class),
                        row -> new Cursor(row.getOffsetDateTime("at").toInstant(), listing.toString())
                                .encoded(request.query(listing))));
    }

    @Override
    public Uni<Page<ResultItem>> results(ResultRequest request) {
        if (request.by() == ResultRequest.By.POSITION) {
            return list(ApiList.POSITIONS, request.positions())
                    .map(page ->
                            new Page<>(page.items().stream().map(ResultItem::of).toList(), page.nextCursor()));
        }
        ResultSql statement = ResultSql.of(request);
        return readers.query(statement.sql(), statement.arguments())
                .map(rows -> Page.of(
                        rows,
                        request.limit(),
                        row -> item(row, ResultItem.class),
                        row -> cursor(row).encoded(request.query())));
    }

    @Override
    public Uni<List<String>> heads(Collection<String> topics, @Nullable EnvironmentId environment) {
        Tuple arguments = Tuple.of(topics.toArray(String[]::new), environment == null ? null : environment.value());
        return readers.query(HEADS, arguments)
                .map(rows -> rows.stream()
                        .map(row -> row.getString("environment") + " " + row.getString("topic") + " "
                                + row.getString("hash"))
                        .toList());
    }

    @Override
    public Uni<Boolean> isRecorded(EnvironmentId environment) {
        return readers.query(RECORDED, Tuple.of(environment.value()))
                .map(rows -> rows.getFirst().getBoolean("recorded"));
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

    private static Cursor cursor(Row row) {
        return new Cursor(row.getOffsetDateTime("sort_time").toInstant(), row.getString("sort_key"));
    }
}

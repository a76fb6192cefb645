package io.firstfill.ledger.postgres.missed;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.ledger.missed.HourReport;
import io.firstfill.ledger.missed.Missed;
import io.firstfill.ledger.missed.MissedAlert;
import io.firstfill.ledger.missed.MissedReports;
import io.firstfill.ledger.missed.Opening;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps the reports in the tables {@code missed_report} and {@code missed_listing}, whose rows never change. */
@ApplicationScoped
class PostgresMissedReports implements MissedReports {
    private final Pool pool;

    PostgresMissedReports(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Instant>> latestHour(EnvironmentId environment) {
        return pool.preparedQuery(MissedSql.LATEST)
                .execute(Tuple.of(environment.value()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("hour"))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<List<Opening>> openings(EnvironmentId environment, Instant from, Instant to) {
        return rows(MissedSql.OPENINGS, Tuple.of(environment.value(), time(from), time(to)))
                .map(rows -> rows.stream().map(PostgresMissedReports::opening).toList());
    }

    private static Opening opening(Row row) {
        return new Opening(
                new ListingId(row.getUUID("listing_id")),
                Pair.of(row.getString("pair")),
                row.getOffsetDateTime("opened_at").toInstant(),
                run(row),
                row.getString("reason"),
                row.getString("detail"),
                row.getInteger("exchange_code"),
                new Opening.FirstMinute(
                        price(row, "first_price"),
                        price(row, "high_price"),
                        price(row, "low_price"),
                        price(row, "last_price"),
                        row.getInteger("points")));
    }

    private static @Nullable RunId run(Row row) {
        UUID run = row.getUUID("run_id");
        return run == null ? null : new RunId(run);
    }

    private static @Nullable Price price(Row row, String column) {
        var number = row.getBigDecimal(column);
        return number == null ? null : new Price(number);
    }

    /** The row of the hour is a lock: of two instances, one stores and the other finds the row. */
    @Override
    public Uni<Void> store(HourReport report) {
        UUID id = MessageId.derivedFrom("missed listings", report.environment(), report.hour())
                .value();
        return pool.withTransaction(connection -> connection
                .preparedQuery(MissedSql.STORE_REPORT)
                .execute(MissedRows.report(id, report))
                .chain(stored -> stored.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : storeListings(connection, id, report).chain(() -> moveHead(connection, id, report))));
    }

    private static Uni<Void> storeListings(SqlConnection connection, UUID id, HourReport report) {
        List<Missed> missed = report.missed();
        return missed.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(MissedSql.STORE_LISTING)
                        .executeBatch(missed.stream()
                                .map(one -> MissedRows.listing(id, report, one))
                                .toList())
                        .replaceWithVoid();
    }

    private static Uni<Void> moveHead(SqlConnection connection, UUID id, HourReport report) {
        return connection
                .preparedQuery(MissedSql.MOVE_HEAD)
                .execute(Tuple.of(report.environment().value(), id.toString()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<AlertRaised>> unraised(EnvironmentId environment, Instant since) {
        return rows(MissedSql.UNRAISED, Tuple.of(environment.value(), time(since)))
                .map(rows -> rows.stream()
                        .map(row -> alert(environment, row).raised())
                        .toList());
    }

    @Override
    public Uni<List<AlertCleared>> overdue(EnvironmentId environment, Instant until, Instant now) {
        return rows(MissedSql.OVERDUE, Tuple.of(environment.value(), time(until)))
                .map(rows -> rows.stream()
                        .map(row -> alert(environment, row).cleared(now))
                        .toList());
    }

    private static MissedAlert alert(EnvironmentId environment, Row row) {
        return new MissedAlert(
                environment,
                new MessageId(row.getUUID("alert_id")),
                new ListingId(row.getUUID("listing_id")),
                Pair.of(row.getString("pair")),
                row.getOffsetDateTime("opened_at").toInstant(),
                run(row),
                row.getString("reason"),
                row.getOffsetDateTime("alert_at").toInstant());
    }

    private Uni<List<Row>> rows(String sql, Tuple arguments) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

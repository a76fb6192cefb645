package io.firstfill.ledger.postgres.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.notify.DayRecords;
import io.firstfill.ledger.notify.DaySummary;
import io.firstfill.ledger.notify.Delivery;
import io.firstfill.ledger.notify.DeliveryQueue;
import io.firstfill.ledger.notify.Notice;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.NotificationTargets;
import io.firstfill.ledger.postgres.batch.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps deliveries in the table {@code notification_delivery}. What one instance has taken, another passes over. */
@ApplicationScoped
class PostgresDeliveryQueue implements DeliveryQueue, DayRecords {
    private final Pool pool;
    private final NotificationOutbox outbox;
    private final NotificationTargets targets;

    PostgresDeliveryQueue(Pool pool, NotificationOutbox outbox, NotificationTargets targets) {
        this.pool = pool;
        this.outbox = outbox;
        this.targets = targets;
    }

    @Override
    public Uni<List<Delivery>> take(NotificationTarget target, Instant now, Instant until, int limit) {
        Tuple arguments = Tuple.tuple()
                .addString(target.environment().value())
                .addString(target.name())
                .addOffsetDateTime(NotificationRows.time(now))
                .addOffsetDateTime(NotificationRows.time(until))
                .addInteger(limit);
        return pool.preparedQuery(NotificationSql.TAKE)
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(NotificationRows::delivery)
                        .toList());
    }

    @Override
    public Uni<Void> sent(Delivery delivery, int status, Instant at) {
        return run(NotificationSql.SENT, Tuple.of(delivery.id(), NotificationRows.time(at), status));
    }

    @Override
    public Uni<Void> retry(Delivery delivery, Failure failure, Instant next) {
        return run(
                NotificationSql.RETRY,
                attempt(delivery, failure)
                        .addOffsetDateTime(NotificationRows.time(next))
                        .addInteger(failure.attempted() ? 1 : 0));
    }

    @Override
    public Uni<Void> giveUp(Delivery delivery, Failure failure) {
        return run(NotificationSql.GIVE_UP, attempt(delivery, failure).addInteger(failure.attempted() ? 1 : 0));
    }

    private static Tuple attempt(Delivery delivery, Failure failure) {
        return Tuple.tuple()
                .addUUID(delivery.id())
                .addOffsetDateTime(NotificationRows.time(failure.at()))
                .addInteger(failure.status())
                .addString(failure.detail());
    }

    @Override
    public Uni<Void> add(List<Notice> notices, Instant now) {
        return pool.withTransaction(connection -> add(connection, notices, now));
    }

    private Uni<Void> add(SqlConnection connection, List<Notice> notices, Instant now) {
        return Statements.inOrder(notices.stream()
                .map(notice -> outbox.add(connection, notice, now))
                .toList());
    }

    @Override
    public Uni<Delivery> addTaken(NotificationTarget target, Notification notification, Instant now, Instant until) {
        Delivery delivery =
                new Delivery(NotificationRows.deliveryId(notification, target), notification, target.name(), 0, now);
        Tuple arguments = NotificationRows.notification(notification, now)
                .addUUID(delivery.id())
                .addString(target.name())
                .addOffsetDateTime(NotificationRows.time(until));
        return run(NotificationSql.ADD_TAKEN, arguments).replaceWith(delivery);
    }

    @Override
    public Uni<Integer> repeat(Instant silentSince, Instant now) {
        String[] environments =
                targets.environments().stream().map(EnvironmentId::value).toArray(String[]::new);
        Tuple arguments = Tuple.tuple()
                .addOffsetDateTime(NotificationRows.time(silentSince))
                .addOffsetDateTime(NotificationRows.time(now))
                .addArrayOfString(environments);
        return pool.withTransaction(connection -> connection
                .preparedQuery(NotificationSql.SILENT)
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> NotificationRows.repetition(row, now))
                        .toList())
                .chain(notices -> add(connection, notices, now).replaceWith(notices.size())));
    }

    @Override
    public Uni<Integer> deleteBefore(Instant time) {
        return pool.preparedQuery(NotificationSql.DELETE)
                .execute(Tuple.of(NotificationRows.time(time)))
                .map(SqlResult::rowCount);
    }

    @Override
    public Uni<Boolean> isNotified(MessageId summary) {
        return pool.preparedQuery(NotificationSql.IS_NOTIFIED)
                .execute(Tuple.of(summary.value()))
                .map(rows -> rows.iterator().next().getBoolean("notified"));
    }

    @Override
    public Uni<DaySummary> summary(EnvironmentId environment, LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return pool.preparedQuery(NotificationSql.DAY)
                .execute(Tuple.of(environment.value(), NotificationRows.time(from), NotificationRows.time(to)))
                .map(rows -> summary(rows.iterator().next()));
    }

    private static DaySummary summary(Row row) {
        return new DaySummary(
                row.getInteger("runs"),
                row.getInteger("bought"),
                row.getString("spent"),
                row.getInteger("closed"),
                row.getString("proceeds"),
                row.getInteger("missed"),
                row.getInteger("alerts"),
                row.getInteger("open"));
    }

    private Uni<Void> run(String statement, Tuple arguments) {
        return pool.preparedQuery(statement).execute(arguments).replaceWithVoid();
    }
}

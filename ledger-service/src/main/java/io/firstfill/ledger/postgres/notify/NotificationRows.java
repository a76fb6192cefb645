package io.firstfill.ledger.postgres.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.notify.Delivery;
import io.firstfill.ledger.notify.Notice;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationEvent;
import io.firstfill.ledger.notify.NotificationTarget;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Translates notifications into arguments of statements, and rows into deliveries. */
final class NotificationRows {
    private NotificationRows() {}

    /** Returns the first nine arguments. */
    static Tuple notification(Notification notification, Instant now) {
        return Tuple.tuple()
                .addUUID(notification.id().value())
                .addString(notification.environment().value())
                .addString(notification.event().name())
                .addString(notification.severity().name())
                .addString(notification.title())
                .addString(notification.text())
                .addOffsetDateTime(time(notification.occurredAt()))
                .addOffsetDateTime(time(now))
                .addBoolean(notification.quiet());
    }

    /** Returns the arguments of the statement of the notice's phase. */
    static Tuple notice(Notice notice, List<NotificationTarget> targets, Instant now) {
        Notification notification = notice.notification();
        Tuple arguments = notification(notification, now)
                .addArrayOfUUID(targets.stream()
                        .map(target -> deliveryId(notification, target))
                        .toArray(UUID[]::new))
                .addArrayOfString(targets.stream().map(NotificationTarget::name).toArray(String[]::new));
        return switch (notice.phase()) {
            case MOMENT -> arguments;
            case ENDS -> arguments.addString(notice.condition());
            case BEGINS -> arguments.addString(notice.condition()).addInteger(rank(notification.severity()));
        };
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case INFO -> 0;
            case WARNING -> 1;
            case CRITICAL -> 2;
        };
    }

    static UUID deliveryId(Notification notification, NotificationTarget target) {
        return MessageId.derivedFrom("Delivery", notification.id(), target.name())
                .value();
    }

    static Delivery delivery(Row row) {
        Notification notification = new Notification(
                new MessageId(row.getUUID("notification_id")),
                EnvironmentId.of(row.getString("environment")),
                NotificationEvent.valueOf(row.getString("event")),
                Severity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("body"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getBoolean("quiet"));
        return new Delivery(
                row.getUUID("delivery_id"),
                notification,
                row.getString("target"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    /** Returns the quiet repetition of a condition that lasts. */
    static Notice repetition(Row row, Instant now) {
        String environment = row.getString("environment");
        Instant began = row.getOffsetDateTime("began_at").toInstant();
        return Notice.of(new Notification(
                MessageId.derivedFrom(
                        "Repetition", environment, row.getString("condition"), began, row.getInteger("times")),
                EnvironmentId.of(environment),
                NotificationEvent.valueOf(row.getString("event")),
                Severity.valueOf(row.getString("severity")),
                "Still: " + row.getString("title"),
                "Since " + began + ". " + row.getString("body"),
                now,
                true));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.firstfill.ledger.postgres.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.JournalTransaction.NewMessage;
import io.firstfill.ledger.notify.Notice;
import io.firstfill.ledger.notify.Notices;
import io.firstfill.ledger.notify.NotificationSettings;
import io.firstfill.ledger.notify.NotificationTargets;
import io.firstfill.ledger.postgres.batch.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Adds the notices of new messages in the transaction that records the messages: both are committed, or neither. An
 * environment without targets costs nothing.
 */
@ApplicationScoped
public class NotificationOutbox {
    private static final Logger LOG = Logger.getLogger(NotificationOutbox.class);

    private final NotificationTargets targets;
    private final Duration longest;

    NotificationOutbox(NotificationTargets targets, NotificationSettings settings) {
        this.targets = targets;
        this.longest = settings.tryFor();
    }

    /** Adds what people are told of the messages. What is old, such as a topic that is read anew, is not told. */
    public Uni<Void> add(SqlConnection connection, EnvironmentId environment, List<NewMessage> messages) {
        if (targets.of(environment).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Statements.inOrder(messages.stream()
                .filter(this::isNews)
                .flatMap(message ->
                        notice(message).stream().map(notice -> add(connection, notice, message.recordedAt())))
                .toList());
    }

    Uni<Void> add(SqlConnection connection, Notice notice, Instant now) {
        var wanting = targets.of(notice.notification().environment()).stream()
                .filter(target -> target.wants(notice.notification()))
                .toList();
        String statement =
                switch (notice.phase()) {
                    case MOMENT -> NotificationSql.MOMENT;
                    case BEGINS -> NotificationSql.BEGINS;
                    case ENDS -> NotificationSql.ENDS;
                };
        return connection
                .preparedQuery(statement)
                .execute(NotificationRows.notice(notice, wanting, now))
                .replaceWithVoid();
    }

    private boolean isNews(NewMessage message) {
        return Duration.between(message.message().meta().occurredAt(), message.recordedAt())
                        .compareTo(longest)
                <= 0;
    }

    /** A message is recorded whether or not it can be put in words. */
    private static Optional<Notice> notice(NewMessage message) {
        try {
            return Notices.of(message.message());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Not notified: message=%s", message.message().meta().id());
            return Optional.empty();
        }
    }
}

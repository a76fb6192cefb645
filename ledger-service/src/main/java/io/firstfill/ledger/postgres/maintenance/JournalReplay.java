package io.firstfill.ledger.postgres.maintenance;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.postgres.projection.Projection;
import io.firstfill.ledger.postgres.projection.ProjectionStatement;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Projects the records of a chain again, in the order in which they were projected when they were recorded: a command
 * after the answers that it got. Into which tables is the caller's choice of the search path.
 */
final class JournalReplay implements AutoCloseable {
    /** Rows that the ledger itself states, and that are no messages. */
    private static final Set<String> OWN = Set.of("UnreadableRecord", "RecordsLost", "BranchBegun");

    private static final String ROWS = """
            SELECT position, topic, type, body, recorded_at FROM public.journal
            WHERE environment = ? AND position > ? AND position <= ? ORDER BY position
            """;
    private static final int FETCH = 200;

    private final Connection connection;
    private final MessageCodec codec;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    /** A command whose answers are being projected. */
    private @Nullable Recorded command;

    private record Recorded(Message message, String body, OffsetDateTime recordedAt) {}

    JournalReplay(Connection connection, MessageCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    /**
     * Projects records and returns how many were read. A command at the end waits for the next call, or for the finish.
     *
     * @param after position, exclusive
     * @param upTo position, inclusive
     */
    long replay(EnvironmentId environment, long after, long upTo) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, environment.value());
            statement.setLong(2, after);
            statement.setLong(3, upTo);
            long count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    next(rows);
                    count++;
                }
            }
            return count;
        }
    }

    /** Projects what waits for answers that do not come any more. */
    void finish() throws SQLException {
        projectCommand();
    }

    private void next(ResultSet row) throws SQLException {
        if (OWN.contains(row.getString("type"))) {
            projectCommand();
            return;
        }
        Recorded record = read(row);
        Recorded open = command;
        boolean answer = open != null
                && open.message().meta().id().equals(record.message().meta().causationId());
        if (!answer) {
            projectCommand();
        }
        if (record.message() instanceof Command) {
            command = record;
        } else {
            project(record);
        }
    }

    private void projectCommand() throws SQLException {
        Recorded open = command;
        command = null;
        if (open != null) {
            project(open);
        }
    }

    private Recorded read(ResultSet row) throws SQLException {
        String body = row.getString("body");
        try {
            Message message = codec.read(row.getString("topic"), body.getBytes(StandardCharsets.UTF_8));
            return new Recorded(message, body, row.getObject("recorded_at", OffsetDateTime.class));
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(
                    "This release cannot read the record at position " + row.getLong("position")
                            + ": use the release that recorded it, or a later one",
                    e);
        }
    }

    private void project(Recorded record) throws SQLException {
        for (ProjectionStatement projection : Projection.of(record.message())) {
            JdbcStatement form = JdbcStatement.of(projection.ofOne());
            PreparedStatement statement = prepared.get(form.sql());
            if (statement == null) {
                statement = connection.prepareStatement(form.sql());
                prepared.put(form.sql(), statement);
            }
            form.bind(statement, record.body(), projection.argument(), record.recordedAt());
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}

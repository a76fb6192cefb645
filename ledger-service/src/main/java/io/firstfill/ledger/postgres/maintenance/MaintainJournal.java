package io.firstfill.ledger.postgres.maintenance;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The main class of {@code deploy/ledger rebuild}, {@code partitions} and {@code drop}. The database and its owner are
 * those of the service's own environment variables; without them, those of the local stack.
 */
public final class MaintainJournal {
    /** One command at a time, on whatever machine. */
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('firstfill ledger maintenance'))";

    private static final String LOCAL_URL = "jdbc:postgresql://127.0.0.1:8084/firstfill";

    private final PrintStream out;

    private MaintainJournal(PrintStream out) {
        this.out = out;
    }

    /** Writes to the standard output, not to the log of a service: nothing of one runs here. */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Map<String, String> variables = System.getenv();
        try (Connection connection = DriverManager.getConnection(
                variables.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", LOCAL_URL),
                variables.getOrDefault("QUARKUS_FLYWAY_USERNAME", "firstfill_owner"),
                variables.getOrDefault("QUARKUS_FLYWAY_PASSWORD", "firstfill_owner"))) {
            System.exit(run(connection, out, arguments));
        } catch (SQLException e) {
            out.println("The database cannot be reached: " + e.getMessage());
            System.exit(2);
        }
    }

    /** Returns the exit code: 0 when the command is done, 1 when it was refused or failed, 2 for no command. */
    static int run(Connection connection, PrintStream out, String... arguments) {
        try {
            connection.setAutoCommit(false);
            return new MaintainJournal(out).run(connection, List.of(arguments));
        } catch (RefusedException e) {
            out.println("Nothing was changed: " + e.getMessage());
            return 1;
        } catch (IllegalStateException | IOException | SQLException e) {
            out.println("The command failed and can be repeated: " + e);
            return 1;
        }
    }

    private int run(Connection connection, List<String> arguments) throws SQLException, IOException {
        Sql sql = new Sql(connection);
        if (!sql.query(row -> row.getBoolean(1), LOCK).getFirst()) {
            throw new RefusedException("another command on this ledger is running");
        }
        connection.commit();
        return switch (String.join(" ", arguments.subList(0, Math.min(1, arguments.size())))) {
            case "rebuild" -> {
                new ProjectionRebuild(connection, out::println).run(arguments.subList(1, arguments.size()));
                yield 0;
            }
            case "partitions" -> {
                sql.query(
                                row -> row.getString(1) + "  " + row.getString(2) + "  to  " + row.getString(3),
                                "SELECT partition, from_time, to_time FROM journal_partition ORDER BY from_time")
                        .forEach(out::println);
                yield 0;
            }
            case "drop" -> drop(connection, arguments);
            default -> 2;
        };
    }

    private int drop(Connection connection, List<String> arguments) throws SQLException, IOException {
        if (arguments.size() != 3 || !arguments.get(1).matches("journal_[a-z0-9_]+")) {
            out.println("Usage: deploy/ledger drop PARTITION DIRECTORY");
            return 2;
        }
        Path directory = Path.of(arguments.get(2));
        Files.createDirectories(directory);
        new MonthDrop(connection, out::println).run(arguments.get(1), directory);
        return 0;
    }
}

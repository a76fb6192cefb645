package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept server is durable, and each application start gets an empty database, without rights beyond its own. */
class EmbeddedPostgresTest {

    @Test
    void keepsRowsOverARestart(@TempDir Path directory) throws SQLException {
        // Given a server that stored a row and was closed
        Path data = directory.resolve("postgres");
        try (EmbeddedPostgres first = EmbeddedPostgres.keptIn(data).start()) {
            execute(first, "CREATE TABLE journal (position int)");
            execute(first, "INSERT INTO journal VALUES (7)");
        }

        // When another starts on the same directory
        try (EmbeddedPostgres second = EmbeddedPostgres.keptIn(data).start()) {
            // Then the row is there, and commits wait for the disk
            assertThat(query(second.jdbcUrl(), "SELECT position FROM journal")).isEqualTo("7");
            assertThat(query(second.jdbcUrl(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(second.jdbcUrl(), "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void everyApplicationStartGetsAnEmptyDatabaseAndNoSuperuser() throws SQLException {
        // Given a first application that left a table
        Map<String, String> first = new PostgresResource().start();
        execute(url(first), "CREATE TABLE journal (position int)");

        // When a second one starts
        Map<String, String> second = new PostgresResource().start();

        // Then it does not see it, and its role cannot overrule the database's rules
        assertThat(query(url(second), "SELECT count(*) FROM pg_tables WHERE tablename = 'journal'"))
                .isEqualTo("0");
        assertThat(query(url(second), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void theServicesRoleOwnsNothingAlsoWhereItOnceOwnedTheDatabase(@TempDir Path directory) throws SQLException {
        // Given a server of the time when the services' role owned the database and its tables
        Path data = directory.resolve("postgres");
        try (EmbeddedPostgres first = EmbeddedPostgres.keptIn(data).start()) {
            execute(first, "CREATE TABLE journal (position int)");
            asSuperuser(first, "ALTER DATABASE firstfill OWNER TO firstfill");
            asSuperuser(first, "ALTER TABLE journal OWNER TO firstfill");
        }

        // When it starts again
        try (EmbeddedPostgres second = EmbeddedPostgres.keptIn(data).start()) {
            // Then the role owns neither
            assertThat(query(second.jdbcUrl(), "SELECT tableowner FROM pg_tables WHERE tablename = 'journal'"))
                    .isEqualTo(second.owner());
            assertThat(query(second.jdbcUrl(), "SELECT count(*) FROM pg_database WHERE datdba = 'firstfill'::regrole"))
                    .isEqualTo("0");
        }
    }

    private static void asSuperuser(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(Map<String, String> config) {
        return config.getOrDefault("quarkus.datasource.jdbc.url", "missing");
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        execute(postgres.jdbcUrl(), sql);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "firstfill_owner", "firstfill_owner");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "firstfill_owner", "firstfill_owner");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}

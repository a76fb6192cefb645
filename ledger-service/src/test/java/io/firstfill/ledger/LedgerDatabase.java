package io.firstfill.ledger;

import io.firstfill.contract.id.EnvironmentId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads and changes the ledger's database with JDBC, past the ledger. */
public final class LedgerDatabase {
    private LedgerDatabase() {}

    private static String url() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }

    public static String name() {
        return url().substring(url().lastIndexOf('/') + 1);
    }

    /** Runs the statement with the ledger's own role. */
    public static void execute(String sql) throws SQLException {
        execute(url(), "firstfill", sql);
    }

    /** Runs the statement with a role that has every right. */
    public static void executeAsSuperuser(String sql) throws SQLException {
        execute(url(), "postgres", sql);
    }

    /**
     * Runs the statement as superuser from another database of the server, so that the ledger's database can be closed.
     */
    public static void executeFromOtherDatabase(String sql) throws SQLException {
        execute(url().replace(name(), "postgres"), "postgres", sql);
    }

    /** Connects with a role that has every right. */
    public static Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    /** Locks the table against every reader and writer until the result is closed. */
    public static Connection lock(String table) throws SQLException {
        Connection connection = connectAsSuperuser();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    public static long count(String table, EnvironmentId environment, String condition) {
        return number("SELECT count(*) FROM " + table + " WHERE environment = '" + environment + "' AND " + condition);
    }

    /** Returns the one number that the query has as its result, with the ledger's own role. */
    public static long number(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "firstfill", "firstfill");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static void execute(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

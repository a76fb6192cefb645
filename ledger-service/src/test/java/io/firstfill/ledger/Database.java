package io.firstfill.ledger;

import io.firstfill.contract.id.EnvironmentId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database behind the ledger's back. */
public final class Database {
    private Database() {}

    private static String url() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }

    public static String name() {
        return url().substring(url().lastIndexOf('/') + 1);
    }

    /** As the ledger's own role. */
    public static void execute(String sql) throws SQLException {
        run(url(), "firstfill", sql);
    }

    /** As somebody who may do anything. */
    public static void asSuperuser(String sql) throws SQLException {
        run(url(), "postgres", sql);
    }

    /** As superuser, but from another database, so that this one can be closed. */
    public static void fromOutside(String sql) throws SQLException {
        run(url().replace(name(), "postgres"), "postgres", sql);
    }

    public static long count(String table, EnvironmentId environment, String condition) {
        String sql = "SELECT count(*) FROM " + table + " WHERE environment = '" + environment + "' AND " + condition;
        try (Connection connection = DriverManager.getConnection(url(), "firstfill", "firstfill");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static void run(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

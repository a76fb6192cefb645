package io.firstfill.benchmark.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A connection to a database of the stack, past the ledger, with a role that has every right. */
final class Database implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** @param url of any database of the server */
    static Database open(String url, String name) {
        try {
            String named = url.substring(0, url.lastIndexOf('/') + 1) + name;
            return new Database(DriverManager.getConnection(named, SUPERUSER, SUPERUSER));
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to the database " + name, e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }

    /** Returns the first column of every row. */
    List<String> column(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + sql, e);
        }
    }

    long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    CopyManager copy() {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

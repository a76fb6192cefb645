package io.firstfill.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL server, embedded or in a container. One role owns the databases and what is in them, for
 * migrations; the services use another role, which owns nothing. Neither is a superuser, so that both have the same
 * rights as in production. The password of each role is its name.
 *
 * @param address host and port
 */
public record TestDatabase(String address) {
    private static final String SUPERUSER = "postgres";
    private static final String USER = "firstfill";
    private static final String OWNER = "firstfill_owner";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    /** For {@code quarkus.datasource.reactive.url}. */
    public String reactiveUrl(String database) {
        return "postgresql://" + address + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return USER;
    }

    /** The role that owns the databases, for migrations. */
    public String owner() {
        return OWNER;
    }

    public String ownerPassword() {
        return OWNER;
    }

    /** Connects as the owner. */
    public DataSource dataSource(String database) {
        return as(OWNER, database);
    }

    /** Creates the two roles, unless they exist. */
    void createRoles() {
        createRole(OWNER);
        createRole(USER);
    }

    /**
     * Creates the database unless it exists. What the services' role owns in it, from before there was another owner,
     * goes to the owner.
     */
    public void createDatabase(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        if (!exists("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            execute(SUPERUSER, "CREATE DATABASE " + name + " OWNER " + OWNER);
        }
        execute(name, "REASSIGN OWNED BY " + USER + " TO " + OWNER);
        execute(name, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }

    private void createRole(String name) {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            execute(SUPERUSER, "CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
        }
    }

    private boolean exists(String query) {
        try (Connection connection = as(SUPERUSER, SUPERUSER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + query, e);
        }
    }

    private void execute(String database, String sql) {
        try (Connection connection = as(SUPERUSER, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    private DataSource as(String role, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(role);
        source.setPassword(role);
        return source;
    }
}

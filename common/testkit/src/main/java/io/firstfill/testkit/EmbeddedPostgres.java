package io.firstfill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs a real PostgreSQL on 127.0.0.1 with the database {@code firstfill}. One role owns the database and what is in
 * it, for migrations; the services use another role, which owns nothing. Neither is a superuser, so that both have the
 * same rights as in production. The password of each is its name.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String NAME = "firstfill";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "firstfill_owner";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final @Nullable Path kept;
    private final int port;
    private final @Nullable Path log;
    private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

    private EmbeddedPostgres(@Nullable Path kept, int port, @Nullable Path log) {
        this.kept = kept;
        this.port = port;
        this.log = log;
    }

    /** Returns a server on a free port. Its data is deleted when it closes; it is quick rather than durable. */
    public static EmbeddedPostgres temporary() {
        QuietServers.silence();
        return new EmbeddedPostgres(null, FreePort.next(), null);
    }

    /**
     * Returns a server on a free port. Its data stays in the directory, and its commits are as durable as in
     * production.
     */
    public static EmbeddedPostgres keptIn(Path directory) {
        QuietServers.silence();
        return new EmbeddedPostgres(directory, FreePort.next(), null);
    }

    public EmbeddedPostgres withPort(int chosen) {
        return new EmbeddedPostgres(kept, chosen, log);
    }

    /** Sends the server's log to the file; otherwise it goes to this JVM's log. */
    public EmbeddedPostgres withLog(Path file) {
        return new EmbeddedPostgres(kept, port, file);
    }

    /** Starts the server; returns when the server answers and the database exists. */
    public synchronized EmbeddedPostgres start() {
        try {
            server = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port, e);
        }
        createRole(OWNER);
        createRole(NAME);
        createDatabase(NAME);
        return this;
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** For {@code quarkus.datasource.reactive.url}. */
    public String reactiveUrl() {
        return reactiveUrl(NAME);
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return NAME;
    }

    /** The role that owns the database, for migrations. */
    public String owner() {
        return OWNER;
    }

    public String ownerPassword() {
        return OWNER;
    }

    /** Connects as the owner. */
    public DataSource dataSource(String database) {
        return running().getDatabase(OWNER, database);
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
            asSuperuser("CREATE DATABASE " + name + " OWNER " + OWNER);
        }
        execute(running().getDatabase(SUPERUSER, name), "REASSIGN OWNED BY " + NAME + " TO " + OWNER);
        execute(running().getDatabase(SUPERUSER, name), "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }

    @Override
    public synchronized void close() {
        io.zonky.test.db.postgres.embedded.EmbeddedPostgres closing = server;
        server = null;
        if (closing == null) {
            return;
        }
        try {
            closing.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
    }

    /** Releases a server that was killed by other means, so that a new server can start on the same directory. */
    public void forget() {
        QuietServers.mute(this::close);
    }

    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder() throws IOException {
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(STARTUP)
                // The caller closes the server; a hook would race with an ordered shutdown.
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "32MB");
        if (log != null) {
            builder.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        if (kept == null) {
            return builder;
        }
        Files.createDirectories(kept);
        return builder.setDataDirectory(kept)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    private void createRole(String name) {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            asSuperuser("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
        }
    }

    private boolean exists(String query) {
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + query, e);
        }
    }

    private void asSuperuser(String sql) {
        execute(running().getPostgresDatabase(), sql);
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres running() {
        return Objects.requireNonNull(server, "PostgreSQL is not started");
    }
}

package io.firstfill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs a real PostgreSQL on 127.0.0.1 with the database {@code firstfill} and the two roles of {@link TestDatabase}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String NAME = "firstfill";
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
        server().createRoles();
        server().createDatabase(NAME);
        return this;
    }

    /** The roles and databases of this server, which must be running to be used. */
    public TestDatabase server() {
        return new TestDatabase("127.0.0.1:" + port);
    }

    public String jdbcUrl() {
        return server().jdbcUrl(NAME);
    }

    /** For {@code quarkus.datasource.reactive.url}. */
    public String reactiveUrl() {
        return server().reactiveUrl(NAME);
    }

    public String user() {
        return server().user();
    }

    public String password() {
        return server().password();
    }

    /** The role that owns the database, for migrations. */
    public String owner() {
        return server().owner();
    }

    public String ownerPassword() {
        return server().ownerPassword();
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
}

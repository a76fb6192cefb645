package io.firstfill.local.process;

import io.firstfill.testkit.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL as native processes. Unlike other components, {@link #start()} returns when the server accepts queries.
 */
public final class PostgresServer implements Component {
    private final EmbeddedPostgres postgres;
    private final Path data;
    private final Path log;

    public PostgresServer(Path data, int port, Path log) {
        this.data = data;
        this.log = log;
        this.postgres = EmbeddedPostgres.keptIn(data).withPort(port).withLog(log);
    }

    public EmbeddedPostgres database() {
        return postgres;
    }

    /**
     * Ends a server that a killed launcher left running on this data directory. The data directory on its command line
     * identifies the server.
     *
     * @return whether there was one
     */
    public boolean endOrphan(Duration grace) {
        List<ProcessHandle> running = processes();
        // SIGTERM goes to the postmaster alone, which ends its own processes in the order that keeps the data clean.
        Signals.end(running.stream().limit(1).toList(), running, grace);
        return !running.isEmpty();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void start() {
        if (!alive()) {
            // A server that has crashed left its state behind.
            postgres.forget();
        }
        postgres.start();
    }

    @Override
    public CompletableFuture<?> exit() {
        return postmaster()
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("postgres does not run")));
    }

    @Override
    public boolean alive() {
        return !processes().isEmpty();
    }

    @Override
    public void stop(Duration grace) {
        List<ProcessHandle> running = processes();
        Signals.send("CONT", running);
        postgres.close();
        Signals.end(running, grace);
    }

    @Override
    public void kill() {
        Component.super.kill();
        postgres.forget();
    }

    @Override
    public List<ProcessHandle> processes() {
        return postmaster().map(Signals::withDescendants).orElse(List.of());
    }

    private Optional<ProcessHandle> postmaster() {
        Path file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).getFirst().strip()))
                            .filter(process -> CommandLine.of(process).contains(data.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            // The server removed the file after it was found to exist: the server has ended.
            return Optional.empty();
        }
    }
}

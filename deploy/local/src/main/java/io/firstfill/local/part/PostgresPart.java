package io.firstfill.local.part;

import io.firstfill.testkit.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** PostgreSQL as native processes; {@link #start()} returns when it answers. */
public final class PostgresPart implements Part {
    private final EmbeddedPostgres postgres;
    private final Path data;
    private final Path log;

    public PostgresPart(Path data, int port, Path log) {
        this.data = data;
        this.log = log;
        this.postgres = EmbeddedPostgres.keptIn(data).withPort(port).withLog(log);
    }

    public EmbeddedPostgres database() {
        return postgres;
    }

    /** Ends a server that a killed launcher left on this directory; it knows its own by the directory it serves. */
    public boolean endLeftover(Duration grace) {
        List<ProcessHandle> left = processes();
        // The postmaster alone: it ends its own processes in the order that keeps the data clean.
        Signals.end(left.stream().limit(1).toList(), left, grace);
        return !left.isEmpty();
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
        postgres.start();
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
        Part.super.kill();
        postgres.forget();
    }

    @Override
    public List<ProcessHandle> processes() {
        return postmaster().map(Signals::family).orElse(List.of());
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
            // The server removed it between the two looks: it has ended.
            return Optional.empty();
        }
    }
}

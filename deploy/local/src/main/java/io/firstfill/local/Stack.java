package io.firstfill.local;

import io.firstfill.local.part.Part;
import io.firstfill.local.part.ResidentMemory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * The whole system, running. What the acceptance tests hold: an origin to call, tokens to call it with, and the means
 * to hurt any part of it.
 */
public final class Stack implements AutoCloseable {
    private final Options options;
    private final Supervisor supervisor;
    private final Tokens tokens;

    private Stack(Options options, Supervisor supervisor) {
        this.options = options;
        this.supervisor = supervisor;
        this.tokens = new Tokens(options.ports());
    }

    /** Returns when every part is ready; otherwise nothing is left running and {@link StartFailed} says why. */
    public static Stack start(Options options) {
        return start(options, Progress.SILENT);
    }

    public static Stack start(Options options, Progress progress) {
        return start(options, progress, stop -> {});
    }

    /** @param stopper gets the way to stop a start that is still under way */
    public static Stack start(Options options, Progress progress, Consumer<Runnable> stopper) {
        Supervisor supervisor = Supervisor.take(options, progress);
        stopper.accept(supervisor::close);
        try {
            new StartUp(options, supervisor, progress).run();
            return new Stack(options, supervisor);
        } catch (Throwable e) {
            supervisor.close();
            throw e;
        }
    }

    /** Where a browser and a program go. */
    public URI origin() {
        return URI.create(Parts.origin(options.ports()));
    }

    /** The simulated exchange, as the services see it. */
    public URI simulator() {
        return URI.create(Parts.local(options.ports().simulator()));
    }

    /** The simulator's second port, through which tests arrange the market. */
    public URI simulatorControl() {
        return URI.create(Parts.local(options.ports().simulatorControl()));
    }

    public URI secrets() {
        return URI.create(Parts.local(options.ports().secrets()));
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    public String jdbcUrl() {
        return supervisor.postgres().database().jdbcUrl();
    }

    /** A valid access token of one of the realm's users: viewer, operator, risk or founder. */
    public String token(String user) {
        return tokens.of(user);
    }

    /** Replaces the exchange credentials in the secrets, as a rotation would; the exchange does not know them yet. */
    public void rotateCredentials(String apiKey, String secret) {
        supervisor.access().rotate(apiKey, secret, Clock.systemUTC().instant());
    }

    /** SIGKILL, and the stack does not mind. */
    public void kill(String part) {
        supervisor.expectEnd(part);
        supervisor.part(part).kill();
    }

    /** Starts a part that was killed; returns when it is ready. */
    public void restart(String part) {
        Part running = supervisor.part(part);
        if (running.alive()) {
            kill(part);
        }
        new StartUp(options, supervisor, Progress.SILENT).again(part);
    }

    /**
     * Starts a second trader beside the first; returns when it has its part of the work.
     *
     * @return its name among the parts, which is also its name in the group
     */
    public String startSecondTrader() {
        supervisor.manage(List.of(supervisor.recipes().secondTrader()));
        new StartUp(options, supervisor, Progress.SILENT).again(Parts.SECOND_TRADER);
        return Parts.SECOND_TRADER;
    }

    public void pause(String part) {
        supervisor.part(part).pause();
    }

    public void resume(String part) {
        supervisor.part(part).resume();
    }

    public Path log(String part) {
        return supervisor.part(part).log();
    }

    /** Resident KiB by part; the launcher itself is "launcher". */
    public SequencedMap<String, Long> residentMemory() {
        SequencedMap<String, Long> memory = new LinkedHashMap<>();
        supervisor.parts().forEach(part -> memory.put(part.name(), ResidentMemory.of(part.processes())));
        memory.put("launcher", ResidentMemory.of(List.of(ProcessHandle.current())));
        return memory;
    }

    /** Blocks until a part ends that nobody asked to end; the answer names it and its log. */
    public String awaitLoss() throws InterruptedException {
        return supervisor.awaitLoss();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}

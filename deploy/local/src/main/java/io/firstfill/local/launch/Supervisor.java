package io.firstfill.local.launch;

import io.firstfill.local.component.ComponentFactory;
import io.firstfill.local.component.JavaCommand;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.process.Component;
import io.firstfill.local.process.OrphanProcesses;
import io.firstfill.local.process.PostgresServer;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.secrets.SecretsServer;
import io.firstfill.local.state.StateDirectory;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Owns the lock on the state directory and every process of the stack. Reports a process that ends unexpectedly, and
 * stops all processes in the reverse order of their start, whatever happens.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration STOP_GRACE = Duration.ofSeconds(8);

    private final StateDirectory state;
    private final LocalSecrets secrets;
    private final ComponentFactory factory;
    private final Vertx vertx = Vertx.vertx();
    private final SecretsServer vault;
    private final Map<String, Component> components = new ConcurrentHashMap<>();
    private final List<List<Component>> tiers = new CopyOnWriteArrayList<>();
    private final Set<String> expectedExits = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> exitChecks = new ConcurrentHashMap<>();
    private final BlockingQueue<String> unexpectedExits = new LinkedBlockingQueue<>();
    /** What is done about a component that ended unexpectedly. */
    private volatile Consumer<Component> onUnexpectedExit = this::report;

    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Supervisor(StackOptions options, StateDirectory state, LiveStart live) {
        this.state = state;
        this.secrets = live.open(state.secrets(), options.deployment().simulated(options.ports()));
        this.factory = new ComponentFactory(options, state, secrets);
        this.vault = new SecretsServer(
                vertx, options.ports().secrets(), secrets.store(), secrets.roles(), Clock.systemUTC());
    }

    /**
     * Locks the state directory, ends the orphan processes of a killed launcher, empties the directory if the options
     * say so, and checks that every port is free.
     *
     * @throws StartFailedException when a LIVE environment was not confirmed or its data would be deleted, the
     *     directory is in use or a port is taken
     */
    static Supervisor acquire(StackOptions options, LiveStart live, Progress progress) {
        FreshStart.require(options);
        live.require(options.deployment());
        StateDirectory state = StateDirectory.lock(options.state());
        try {
            endOrphans(options, state, progress);
            if (options.fresh()) {
                state.wipe();
            }
            options.ports().requireFree();
            options.egressAddresses().requireUsable();
            state.keepEnvironments(options.deployment().file());
            return new Supervisor(options, state, live);
        } catch (Throwable e) {
            state.close();
            throw e;
        }
    }

    private static void endOrphans(StackOptions options, StateDirectory state, Progress progress) {
        List<String> ended = new ArrayList<>(OrphanProcesses.end(state.processes(), JavaCommand.marker(state.root())));
        PostgresServer postgres =
                new PostgresServer(state.data("postgres"), options.ports().postgres(), state.log("postgres"));
        if (postgres.endOrphan(STOP_GRACE)) {
            ended.add(postgres.name());
        }
        if (!ended.isEmpty()) {
            progress.message("Ended what a killed launcher had left running: " + String.join(", ", ended));
        }
    }

    /** Where a component that runs in the launcher's own process writes its log. */
    Path log(String component) {
        return state.log(component);
    }

    Vertx vertx() {
        return vertx;
    }

    LocalSecrets secrets() {
        return secrets;
    }

    SecretsServer vault() {
        return vault;
    }

    ComponentFactory factory() {
        return factory;
    }

    PostgresServer postgres() {
        return factory.postgres();
    }

    StateDirectory state() {
        return state;
    }

    /** Adds a tier of components, which are stopped together, after all tiers that were added later. */
    void manage(List<? extends Component> tier) {
        tiers.add(List.copyOf(tier));
        tier.forEach(component -> components.put(component.name(), component));
    }

    /** @throws IllegalArgumentException when no component has the name */
    Component component(String name) {
        Component component = components.get(name);
        if (component == null) {
            throw new IllegalArgumentException("No component called " + name + "; there are " + components.keySet());
        }
        return component;
    }

    /** All components, in the order in which their tiers were added. */
    List<Component> components() {
        return tiers.stream().flatMap(List::stream).toList();
    }

    /**
     * Starts a component and watches for its end. Holds the component's own lock, so that a concurrent stop either
     * prevents the start or finds the process.
     *
     * @throws StartFailedException when the stack is stopping
     */
    void start(Component component) {
        synchronized (component) {
            if (closing.get()) {
                throw new StartFailedException("The stack is stopping.");
            }
            // The end of the previous process is judged before its exit stops being expected.
            exitChecks
                    .getOrDefault(component.name(), CompletableFuture.completedFuture(null))
                    .join();
            expectedExits.remove(component.name());
            component.start();
            exitChecks.put(component.name(), component.exit().thenAccept(_ -> checkExit(component)));
        }
    }

    /** Has a component that ends unexpectedly be started again, instead of the end being reported. */
    void keep(Restarts restarts) {
        onUnexpectedExit = component -> restarts.ended(component.name(), component.log());
    }

    /** Marks the component as about to end on purpose; holds until its next start. */
    void expectExit(String component) {
        expectedExits.add(component);
    }

    /**
     * Blocks until a component ends unexpectedly, and takes the report: a sentence that names the component and its
     * log.
     */
    String awaitUnexpectedExit() throws InterruptedException {
        return unexpectedExits.take();
    }

    /** The report of the first unexpected exit that was not taken yet; null when there is none. */
    @Nullable String unexpectedExit() {
        return unexpectedExits.peek();
    }

    /**
     * Stops everything and returns when everything has ended, also when another thread began the stop: a JVM that shut
     * down before the end would leave the rest running.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            try {
                stopAll();
            } finally {
                closed.complete(null);
            }
        }
        closed.join();
    }

    private void stopAll() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
        for (List<Component> tier : tiers.reversed()) {
            await(CompletableFuture.allOf(
                    tier.stream().map(Supervisor::stopping).toArray(CompletableFuture<?>[]::new)));
        }
        state.close();
    }

    private static CompletableFuture<Void> stopping(Component component) {
        return CompletableFuture.runAsync(
                () -> {
                    synchronized (component) {
                        component.stop(STOP_GRACE);
                    }
                },
                task -> Thread.ofPlatform().name("stop-" + component.name()).start(task));
    }

    private static void await(CompletableFuture<Void> end) {
        // One component's failure to stop must not keep the others running.
        end.exceptionally(failure -> null)
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(timeout -> null)
                .join();
    }

    private void checkExit(Component component) {
        if (!closing.get() && !expectedExits.contains(component.name())) {
            onUnexpectedExit.accept(component);
        }
    }

    private void report(Component component) {
        unexpectedExits.add(component.name() + " ended unexpectedly; see " + component.log() + ".");
    }
}

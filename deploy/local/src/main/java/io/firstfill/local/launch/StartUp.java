package io.firstfill.local.launch;

import io.firstfill.local.component.ReadinessProbe;
import io.firstfill.local.component.SimulatorAccount;
import io.firstfill.local.component.StackTopics;
import io.firstfill.local.config.NotReadyException;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.gateway.Gateway;
import io.firstfill.local.gateway.GatewayRules;
import io.firstfill.local.process.ChildProcess;
import io.firstfill.local.process.Component;
import io.firstfill.testkit.KafkaTopics;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the components in their order: broker, database and simulator at once, the services when those are ready, and
 * the identity provider, which takes longest, in parallel to all of them.
 */
final class StartUp {
    private final StackOptions options;
    private final Supervisor supervisor;
    private final Progress progress;
    private final long beganAt = System.nanoTime();
    /** Whether the unexpected exit of any component ends the start. */
    private boolean failOnAnyExit = true;

    StartUp(StackOptions options, Supervisor supervisor, Progress progress) {
        this.options = options;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /** Starts everything and returns when every component is ready. */
    void run() {
        ChildProcess kafka = supervisor.factory().kafka();
        ChildProcess keycloak = supervisor.factory().keycloak();
        List<ChildProcess> simulators = simulators();
        List<ChildProcess> services = services();
        supervisor.manage(List.of(kafka, supervisor.postgres()));
        supervisor.manage(List.of(keycloak));
        supervisor.manage(simulators);
        supervisor.manage(services);
        startServers();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("start-", 0).factory())) {
            CompletableFuture<Void> infrastructure = CompletableFuture.allOf(
                    begin(kafka, threads), begin(supervisor.postgres(), threads), all(simulators, threads));
            CompletableFuture<Void> identity = begin(keycloak, threads);
            CompletableFuture<Void> work = infrastructure.thenCompose(ready -> all(services, threads));
            join(CompletableFuture.allOf(identity, work));
        }
    }

    /**
     * Starts one component that has ended, and returns when it is ready, whatever other components do meanwhile. One
     * that runs, because what follows its start has failed before, is not started a second time.
     */
    void restart(String name) {
        failOnAnyExit = false;
        Component component = supervisor.component(name);
        if (component.alive()) {
            awaitReady(component);
        } else {
            start(component);
        }
    }

    /** Whether a component says that it is ready. */
    boolean isReady(String component) {
        return readiness(component).getAsBoolean();
    }

    /** The simulator, unless every environment is on an exchange elsewhere. */
    private List<ChildProcess> simulators() {
        return options.deployment().needsSimulator(options.ports())
                ? List.of(supervisor.factory().simulator())
                : List.of();
    }

    private List<ChildProcess> services() {
        return options.serviceInstances().stream()
                .map(supervisor.factory()::service)
                .toList();
    }

    private CompletableFuture<Void> all(List<ChildProcess> services, ExecutorService threads) {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        services.forEach(service -> starts.add(begin(service, threads)));
        return CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> begin(Component component, ExecutorService threads) {
        return CompletableFuture.runAsync(() -> start(component), threads);
    }

    private void start(Component component) {
        if (component.name().equals("keycloak")) {
            supervisor.factory().keycloakDistribution().prepare(options.project(), this::buildKeycloak);
        }
        supervisor.start(component);
        awaitReady(component);
    }

    private void awaitReady(Component component) {
        await(component, readiness(component.name()));
        afterReady(component.name());
        progress.ready(component.name(), elapsed());
    }

    private void buildKeycloak() {
        ChildProcess build = supervisor.factory().keycloakBuild();
        supervisor.manage(List.of(build));
        supervisor.start(build);
        supervisor.expectExit(build.name());
        progress.message("  keycloak is being built, which happens once");
        if (build.exit().join() != 0) {
            throw new StartFailedException("Keycloak could not be built; see " + build.log() + ".");
        }
    }

    private BooleanSupplier readiness(String component) {
        Ports ports = options.ports();
        return switch (component) {
            case "postgres" -> () -> true;
            case "kafka" -> () -> KafkaTopics.reachable("127.0.0.1:" + ports.kafka());
            case "keycloak" -> answersOk(ports.keycloakManagement(), "/auth/health/ready");
            case "prometheus" -> answersOk(ports.prometheus(), "/-/ready");
            case "simulator" -> answersOk(ports.simulatorControl(), "/accounts");
            default -> answersOk(ports.all().getOrDefault(component, 0), "/q/health/ready");
        };
    }

    private static BooleanSupplier answersOk(int port, String path) {
        URI uri = URI.create(Ports.localUrl(port) + path);
        return () -> ReadinessProbe.isOk(uri);
    }

    /** Creates what other components need in the component that has become ready. */
    private void afterReady(String component) {
        switch (component) {
            case "kafka" -> StackTopics.create("127.0.0.1:" + options.ports().kafka());
            case "simulator" -> options.deployment().simulated(options.ports()).forEach(this::openAccount);
            default -> {}
        }
    }

    private void openAccount(String environment) {
        new SimulatorAccount(options.ports())
                .open(environment, supervisor.secrets().credentials(environment));
    }

    /** Starts the two servers that run in the launcher's own process: the Vault stand-in and the gateway. */
    private void startServers() {
        Ports ports = options.ports();
        if (options.deployment().vault() == null) {
            awaitListening("secrets", supervisor.vault().start());
        }
        Map<String, Integer> servicePorts = Map.of(
                ServiceName.CONTROL.label(),
                ports.service(ServiceName.CONTROL),
                ServiceName.LEDGER.label(),
                ports.service(ServiceName.LEDGER),
                "keycloak",
                ports.keycloak());
        awaitListening(
                "gateway",
                new Gateway(
                                supervisor.vertx(),
                                ports.gateway(),
                                GatewayRules.load(),
                                servicePorts,
                                GatewayLog.append(supervisor.vertx(), supervisor.log("gateway"), Clock.systemUTC()))
                        .start());
    }

    private void awaitListening(String name, Future<?> server) {
        try {
            server.toCompletionStage().toCompletableFuture().join();
            progress.ready(name, elapsed());
        } catch (CompletionException e) {
            throw new StartFailedException("The " + name + " cannot listen: " + e.getCause(), e);
        }
    }

    private void await(Component component, BooleanSupplier ready) {
        try {
            boolean becameReady = ReadinessProbe.until(
                    ready, () -> !component.alive() || unexpectedExit() != null || isPastDeadline());
            if (!becameReady) {
                throw failure(component);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("Interrupted while " + component.name() + " was starting.", e);
        }
    }

    private StartFailedException failure(Component component) {
        String unexpectedExit = unexpectedExit();
        if (unexpectedExit != null) {
            return new StartFailedException(unexpectedExit);
        }
        return component.alive()
                ? new NotReadyException(component.name() + " was not ready after "
                        + options.deadline().toSeconds() + " s; see " + component.log() + ".")
                : new StartFailedException(component.name() + " ended while starting; see " + component.log() + ".");
    }

    private @Nullable String unexpectedExit() {
        return failOnAnyExit ? supervisor.unexpectedExit() : null;
    }

    private boolean isPastDeadline() {
        return elapsed().compareTo(options.deadline()) > 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beganAt);
    }

    private static void join(CompletableFuture<Void> everything) {
        try {
            everything.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailedException failure) {
                throw failure;
            }
            throw new StartFailedException("The stack did not start: " + e.getCause(), e);
        }
    }
}

package io.firstfill.local;

import io.firstfill.contract.Topics;
import io.firstfill.local.gateway.Gateway;
import io.firstfill.local.gateway.Route;
import io.firstfill.local.part.ChildProcess;
import io.firstfill.local.part.Part;
import io.firstfill.local.secrets.SecretsServer;
import io.firstfill.testkit.KafkaTopics;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * The order of a start: the ground at once, the services when broker, database and exchange answer, and the identity
 * provider, the slowest, beside them.
 */
final class StartUp {
    private final Options options;
    private final Supervisor supervisor;
    private final Progress progress;
    private final long began = System.nanoTime();
    private boolean heedLosses = true;

    StartUp(Options options, Supervisor supervisor, Progress progress) {
        this.options = options;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    void run() {
        ChildProcess kafka = supervisor.recipes().kafka();
        ChildProcess keycloak = supervisor.recipes().keycloak();
        ChildProcess simulator = supervisor.recipes().simulator();
        List<ChildProcess> services = services();
        supervisor.manage(List.of(kafka, supervisor.postgres()));
        supervisor.manage(List.of(keycloak, simulator));
        supervisor.manage(services);
        inThisProcess();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("start-", 0).factory())) {
            CompletableFuture<Void> ground = CompletableFuture.allOf(
                    begin(kafka, threads), begin(supervisor.postgres(), threads), begin(simulator, threads));
            CompletableFuture<Void> identity = begin(keycloak, threads);
            CompletableFuture<Void> work = ground.thenCompose(ready -> all(services, threads));
            join(CompletableFuture.allOf(identity, work));
        }
    }

    /** Starts one part that has ended; what else was lost meanwhile is not its concern. */
    void again(String name) {
        heedLosses = false;
        start(supervisor.part(name));
    }

    private List<ChildProcess> services() {
        return options.services()
                ? Arrays.stream(ServiceName.values())
                        .map(supervisor.recipes()::service)
                        .toList()
                : List.of();
    }

    private CompletableFuture<Void> all(List<ChildProcess> services, ExecutorService threads) {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        services.forEach(service -> starts.add(begin(service, threads)));
        return CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<Void> begin(Part part, ExecutorService threads) {
        return CompletableFuture.runAsync(() -> start(part), threads);
    }

    private void start(Part part) {
        if (part.name().equals("keycloak")) {
            supervisor.recipes().keycloakHome().prepare(options.project(), this::buildKeycloak);
        }
        supervisor.start(part);
        await(part, readiness(part.name()));
        afterwards(part.name());
        progress.ready(part.name(), elapsed());
    }

    private void buildKeycloak() {
        ChildProcess build = supervisor.recipes().keycloakBuild();
        supervisor.manage(List.of(build));
        supervisor.start(build);
        supervisor.expectEnd(build.name());
        progress.say("  keycloak is being built, which happens once");
        if (build.ended().join() != 0) {
            throw new StartFailed("Keycloak could not be built; its words are in " + build.log() + ".");
        }
    }

    private BooleanSupplier readiness(String part) {
        Ports ports = options.ports();
        return switch (part) {
            case "postgres" -> () -> true;
            case "kafka" -> () -> KafkaTopics.reachable("127.0.0.1:" + ports.kafka());
            case "keycloak" -> answering(ports.keycloakManagement(), "/auth/health/ready");
            case "simulator" -> answering(ports.simulatorControl(), "/accounts");
            default -> answering(ports.all().getOrDefault(part, 0), "/q/health/ready");
        };
    }

    private static BooleanSupplier answering(int port, String path) {
        URI uri = URI.create(Parts.local(port) + path);
        return () -> Probe.answers(uri);
    }

    private void afterwards(String part) {
        switch (part) {
            case "kafka" -> KafkaTopics.create("127.0.0.1:" + options.ports().kafka(), topics());
            case "simulator" ->
                new ExchangeAccount(options.ports()).open(supervisor.access().credentials());
            default -> {}
        }
    }

    private static List<NewTopic> topics() {
        return Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                .toList();
    }

    private void inThisProcess() {
        Ports ports = options.ports();
        Access access = supervisor.access();
        listen(
                "secrets",
                new SecretsServer(
                                supervisor.vertx(), ports.secrets(), access.store(), access.roles(), Clock.systemUTC())
                        .start());
        int control = ports.service(ServiceName.CONTROL);
        List<Route> routes = List.of(
                new Route("/", ServiceName.CONTROL.label(), control),
                new Route("/api/control/v1/", ServiceName.CONTROL.label(), control),
                new Route("/api/ledger/v1/", ServiceName.LEDGER.label(), ports.service(ServiceName.LEDGER)),
                new Route("/auth/", "keycloak", ports.keycloak()));
        listen("gateway", new Gateway(supervisor.vertx(), ports.gateway(), routes, Duration.ofSeconds(30)).start());
    }

    private void listen(String name, Future<?> server) {
        try {
            server.toCompletionStage().toCompletableFuture().join();
            progress.ready(name, elapsed());
        } catch (CompletionException e) {
            throw new StartFailed("The " + name + " cannot listen: " + e.getCause(), e);
        }
    }

    private void await(Part part, BooleanSupplier ready) {
        try {
            boolean good = Probe.until(ready, () -> !part.alive() || loss() != null || late());
            if (!good) {
                throw new StartFailed(reason(part));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while " + part.name() + " was starting.", e);
        }
    }

    private String reason(Part part) {
        String loss = loss();
        if (loss != null) {
            return loss;
        }
        return part.alive()
                ? part.name() + " was not ready after " + options.deadline().toSeconds() + " s; see " + part.log() + "."
                : part.name() + " ended while starting; its last words are in " + part.log() + ".";
    }

    private @Nullable String loss() {
        return heedLosses ? supervisor.loss() : null;
    }

    private boolean late() {
        return elapsed().compareTo(options.deadline()) > 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void join(CompletableFuture<Void> everything) {
        try {
            everything.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailed failure) {
                throw failure;
            }
            throw new StartFailed("The stack did not start: " + e.getCause(), e);
        }
    }
}

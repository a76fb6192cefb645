package io.firstfill.local.component;

import io.firstfill.local.aot.QuarkusApplication;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceInstance;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.identity.KeycloakDistribution;
import io.firstfill.local.monitoring.Prometheus;
import io.firstfill.local.monitoring.RuleFiles;
import io.firstfill.local.process.ChildProcess;
import io.firstfill.local.process.PostgresServer;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes each component of the stack, not yet started: the one place that knows their command lines. */
public final class ComponentFactory {
    private final StackOptions options;
    private final StateDirectory state;
    private final JavaCommand java;
    private final KeycloakDistribution keycloakDistribution;
    private final PostgresServer postgres;
    private final ServiceEnvironment environment;
    private final @Nullable SimulatorTls rehearsal;

    public ComponentFactory(StackOptions options, StateDirectory state, LocalSecrets secrets) {
        this.options = options;
        this.state = state;
        this.java = new JavaCommand(options);
        this.keycloakDistribution = KeycloakDistribution.under(options.project());
        this.postgres =
                new PostgresServer(state.data("postgres"), options.ports().postgres(), state.log("postgres"));
        String host = options.deployment().rehearsal();
        this.rehearsal = host == null ? null : SimulatorTls.of(host, state.data("rehearsal"));
        this.environment = new ServiceEnvironment(options, state, secrets, postgres.database(), rehearsal);
    }

    /** The database; always the same instance. */
    public PostgresServer postgres() {
        return postgres;
    }

    public KeycloakDistribution keycloakDistribution() {
        return keycloakDistribution;
    }

    public ChildProcess kafka() {
        Ports ports = options.ports();
        List<String> command = java.main(
                "kafka",
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                classPath(),
                BrokerMain.class.getName(),
                List.of(
                        state.data("kafka").toString(),
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.kafkaController())));
        return child("kafka", command, Map.of());
    }

    public ChildProcess keycloak() {
        return child(
                "keycloak",
                java.main(
                        "keycloak",
                        keycloakDistribution.jvm(),
                        keycloakDistribution.classPath(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        keycloakDistribution.arguments(options.ports(), state.data("keycloak"))),
                Map.of());
    }

    /** The build of the Keycloak distribution, a process that runs once, before the first start. */
    public ChildProcess keycloakBuild() {
        return child(
                "keycloak-build",
                keycloakDistribution.buildCommand(JavaCommand.marker(options.state())),
                keycloakDistribution.buildEnvironment());
    }

    public ChildProcess simulator() {
        Ports ports = options.ports();
        List<String> arguments = new ArrayList<>(List.of(
                "--mexc-port",
                Integer.toString(ports.simulator()),
                "--control-port",
                Integer.toString(ports.simulatorControl()),
                "--behaviour",
                ServiceEnvironment.behaviour(options.realLimits())));
        if (rehearsal != null) {
            arguments.addAll(rehearsal.simulatorArguments());
        }
        return child("simulator", java.jar("simulator", List.of("-Xmx192m"), simulatorJar(), arguments), Map.of());
    }

    /** @throws StartFailedException when the service is not built */
    public ChildProcess service(ServiceInstance instance) {
        ServiceName name = instance.service();
        QuarkusApplication application = new QuarkusApplication(name.application(options.project()));
        if (!Files.exists(application.startJar())) {
            throw new StartFailedException(name.label() + " is not built (no " + application.startJar()
                    + "): run deploy/up, which builds it.");
        }
        return child(instance.label(), java.service(name, application), environment.of(instance));
    }

    /** The environment variables that configure a service for this stack. */
    public Map<String, String> environment(ServiceInstance instance) {
        return environment.of(instance);
    }

    /** Whether there is an ahead-of-time cache of the service as it is built. */
    public boolean hasAotCache(String label) {
        return Arrays.stream(ServiceName.values())
                .filter(name -> name.label().equals(label))
                .anyMatch(name -> java.hasAotCache(name));
    }

    /**
     * Prometheus with the alert rules of the cluster, which reads every service of the stack.
     *
     * @throws StartFailedException where it is not installed
     */
    public ChildProcess prometheus() {
        Prometheus prometheus = new Prometheus(
                Prometheus.installed(),
                state.data("prometheus"),
                options.ports().prometheus());
        Map<String, Integer> targets = new LinkedHashMap<>();
        options.serviceInstances()
                .forEach(instance ->
                        targets.put(instance.label(), options.ports().service(instance)));
        prometheus.prepare(RuleFiles.of(options.project()), targets);
        return child("prometheus", prometheus.command(), Map.of());
    }

    private ChildProcess child(String name, List<String> command, Map<String, String> variables) {
        return new ChildProcess(name, command, variables, state.log(name), state.processes());
    }

    /** The class path of the built launcher, not of this JVM: a test's class path may exist only inside its JVM. */
    private String classPath() {
        Path target = options.project().resolve(Path.of("deploy", "local", "target"));
        Path jar = target.resolve("firstfill-local.jar");
        if (!Files.exists(jar)) {
            throw new StartFailedException(
                    "The launcher is not built (no " + jar + "): run deploy/up, which builds it.");
        }
        return jar + ":" + target.resolve("lib") + "/*";
    }

    /** The largest jar in the simulator's target directory. */
    private Path simulatorJar() {
        Path target = options.project().resolve(Path.of("deploy", "simulator", "target"));
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-sources.jar"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow(() -> new StartFailedException(
                            "The simulator is not built (no jar in " + target + "): run deploy/up, which builds it."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

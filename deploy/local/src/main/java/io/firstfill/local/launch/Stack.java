package io.firstfill.local.launch;

import io.firstfill.local.component.ReadinessProbe;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceInstance;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.identity.AccessTokens;
import io.firstfill.local.process.ResidentMemory;
import io.firstfill.local.secrets.SecretsServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * The whole system, running. Acceptance tests and the benchmark use it for addresses and tokens to call the system
 * with, and to kill, pause and restart its components by name.
 */
public final class Stack implements AutoCloseable {
    private static final Duration STOP_GRACE = Duration.ofSeconds(45);

    private final StackOptions options;
    private final Supervisor supervisor;
    private final AccessTokens tokens;

    private Stack(StackOptions options, Supervisor supervisor) {
        this.options = options;
        this.supervisor = supervisor;
        this.tokens = new AccessTokens(options.ports());
    }

    /**
     * Starts the stack without output and returns when every component is ready.
     *
     * @throws StartFailedException with the reason, after everything that had started was stopped
     */
    public static Stack start(StackOptions options) {
        return start(options, Progress.SILENT);
    }

    /** Starts the stack as {@link #start(StackOptions)} does and shows the progress. */
    public static Stack start(StackOptions options, Progress progress) {
        return start(options, progress, stop -> {});
    }

    /** Starts paper environments as the others do; {@code stopReceiver} as below. */
    public static Stack start(StackOptions options, Progress progress, Consumer<Runnable> stopReceiver) {
        return start(options, LiveStart.NONE, progress, stopReceiver);
    }

    /**
     * Starts the stack as {@link #start(StackOptions)} does.
     *
     * @param live what a person gave for the LIVE environments
     * @param stopReceiver gets, at the begin of the start, what stops the stack, also while it is still starting
     */
    public static Stack start(
            StackOptions options, LiveStart live, Progress progress, Consumer<Runnable> stopReceiver) {
        Supervisor supervisor = Supervisor.acquire(options, live, progress);
        stopReceiver.accept(supervisor::close);
        try {
            new StartUp(options, supervisor, progress).run();
            if (options.deployment().lasts()) {
                supervisor.keep(Restarts.of(options, supervisor, progress));
            }
            return new Stack(options, supervisor);
        } catch (Throwable e) {
            supervisor.close();
            throw e;
        }
    }

    /** The gateway's address, for browsers and programs. */
    public URI origin() {
        return URI.create(options.ports().origin());
    }

    /** The address of the simulated exchange that the services use. */
    public URI simulator() {
        return URI.create(Ports.localUrl(options.ports().simulator()));
    }

    /** The address of the simulator's control API, by which tests list pairs and inject faults. */
    public URI simulatorControl() {
        return URI.create(Ports.localUrl(options.ports().simulatorControl()));
    }

    /** The address of the Vault stand-in. */
    public URI secrets() {
        return URI.create(Ports.localUrl(options.ports().secrets()));
    }

    /** The Vault stand-in, to seal, stop and start it. */
    public SecretsServer vault() {
        return supervisor.vault();
    }

    /** The ledger's own address, past the gateway. */
    public URI ledger() {
        return URI.create(Ports.localUrl(options.ports().service(ServiceName.LEDGER)));
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

    /** The names of the environments of this stack. */
    public List<String> environments() {
        return options.environments();
    }

    /**
     * Writes new exchange credentials to the secrets store, as a rotation does; the exchange does not know them yet.
     */
    public void rotateCredentials(String environment, String apiKey, String secret) {
        supervisor
                .secrets()
                .rotate(environment, apiKey, secret, Clock.systemUTC().instant());
    }

    /**
     * Writes the exchange credentials that hold as a new version: a rotation as far as the trader can see, to a key
     * that the exchange knows.
     */
    public void storeCredentialsAgain(String environment) {
        JsonObject current = supervisor.secrets().credentials(environment);
        rotateCredentials(environment, current.getString("api-key"), current.getString("secret-key"));
    }

    /** Kills a component with SIGKILL; {@link #awaitUnexpectedExit()} does not report it. */
    public void kill(String component) {
        supervisor.expectExit(component);
        supervisor.component(component).kill();
    }

    /** Stops a component with SIGTERM, as an update does, and returns when it has ended. */
    public void stop(String component) {
        supervisor.expectExit(component);
        supervisor.component(component).stop(STOP_GRACE);
    }

    /** The environment variables that configure a service for this stack, for an instance that runs elsewhere. */
    public Map<String, String> environmentOf(ServiceName service) {
        return supervisor.factory().environment(ServiceInstance.first(service));
    }

    /** Whether the service starts with an ahead-of-time cache. */
    public boolean hasAotCache(String service) {
        return supervisor.factory().hasAotCache(service);
    }

    /** Starts a component that was killed or stopped, after killing it if it runs; returns when it is ready. */
    public void restart(String component) {
        if (supervisor.component(component).alive()) {
            kill(component);
        }
        new StartUp(options, supervisor, Progress.SILENT).restart(component);
    }

    /**
     * Starts a second instance of a service beside the first; returns when it is ready, with its share of the
     * environments.
     *
     * @return its component name, which is also its member name in the consumer group
     */
    public String startSecond(ServiceName service) {
        ServiceInstance second = ServiceInstance.second(service);
        supervisor.manage(List.of(supervisor.factory().service(second)));
        new StartUp(options, supervisor, Progress.SILENT).restart(second.label());
        return second.label();
    }

    /**
     * Starts Prometheus beside the stack, with the alert rules of the cluster; returns its address when it is ready.
     *
     * @throws StartFailedException where it is not installed, or not ready in time
     */
    public URI startMonitoring() {
        supervisor.manage(List.of(supervisor.factory().prometheus()));
        new StartUp(options, supervisor, Progress.SILENT).restart("prometheus");
        // Nothing that trades depends on it: its end is no reason to end the stack.
        supervisor.expectExit("prometheus");
        return URI.create(Ports.localUrl(options.ports().prometheus()));
    }

    /** Stops a component with SIGSTOP: it keeps its connections and answers nothing. */
    public void pause(String component) {
        supervisor.component(component).pause();
    }

    /** Lets a paused component go on. */
    public void resume(String component) {
        supervisor.component(component).resume();
    }

    /** Whether a component runs and says that it is ready. */
    public boolean isReady(String component) {
        return supervisor.component(component).alive()
                && new StartUp(options, supervisor, Progress.SILENT).isReady(component);
    }

    /** Whether a service runs and says that it lives, ready or not. */
    public boolean isLive(String service) {
        URI port = URI.create(Ports.localUrl(options.ports().all().getOrDefault(service, 0)));
        return supervisor.component(service).alive() && ReadinessProbe.isOk(port.resolve("/q/health/live"));
    }

    public Path log(String component) {
        return supervisor.component(component).log();
    }

    /** Resident memory in KiB by component; the launcher itself is "launcher". */
    public SequencedMap<String, Long> residentMemory() {
        SequencedMap<String, Long> memory = new LinkedHashMap<>();
        supervisor
                .components()
                .forEach(component -> memory.put(component.name(), ResidentMemory.of(component.processes())));
        memory.put("launcher", ResidentMemory.of(List.of(ProcessHandle.current())));
        return memory;
    }

    /**
     * Blocks until a component ends that nobody killed or stopped; the answer is a sentence that names it and its log.
     */
    public String awaitUnexpectedExit() throws InterruptedException {
        return supervisor.awaitUnexpectedExit();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}

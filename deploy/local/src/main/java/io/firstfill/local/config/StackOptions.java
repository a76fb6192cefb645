package io.firstfill.local.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The options of one start of the stack, as {@code deploy/up} reads them from its command line and as tests set them.
 *
 * @param project the root of the source tree, where the built services are
 * @param state the state directory, which survives a restart: data, logs, generated secrets
 * @param fresh whether the state directory is emptied before the start
 * @param demo whether {@code deploy/up} runs the demonstration once the stack is ready
 * @param services the services that are started; not all, to run one of them from elsewhere or to measure one alone
 * @param jvm JVM flags by component name, each replacing that component's defaults
 * @param deadline the longest time from the start until every component is ready
 * @param deployment the environments, and how long the stack is meant to last
 * @param instances 1 or 2 of each service whose instances share the environments
 * @param realLimits whether the exchange holds each address to the limits that it documents, and our services to
 *     their defaults; otherwise the list of pairs is polled more often, because openings are announced seconds ahead
 */
public record StackOptions(
        Path project,
        Path state,
        Ports ports,
        boolean fresh,
        boolean demo,
        Set<ServiceName> services,
        Map<String, List<String>> jvm,
        Duration deadline,
        Deployment deployment,
        int instances,
        boolean realLimits) {
    static final int PORT = 8080;
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final List<String> ENVIRONMENTS = List.of("paper");
    private static final int MOST_ENVIRONMENTS = 9;

    public StackOptions {
        services = Set.copyOf(services);
        jvm = Map.copyOf(jvm);
        if (instances < 1 || instances > 2) {
            throw new StartFailedException("--instances must be 1 or 2.");
        }
    }

    /** The options of {@code deploy/up} without arguments. */
    public static StackOptions defaults(Path project) {
        Path root = project.toAbsolutePath().normalize();
        return new StackOptions(
                root,
                root.resolve(".firstfill"),
                new Ports(PORT),
                false,
                true,
                EnumSet.allOf(ServiceName.class),
                Map.of(),
                DEADLINE,
                Deployment.paper(ENVIRONMENTS),
                1,
                false);
    }

    public StackOptions withState(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        return new StackOptions(
                project, absolute, ports, fresh, demo, services, jvm, deadline, deployment, instances, realLimits);
    }

    /** Moves all ports: every other port lies at its fixed distance from the gateway's. */
    public StackOptions withPort(int gateway) {
        return new StackOptions(
                project,
                state,
                new Ports(gateway),
                fresh,
                demo,
                services,
                jvm,
                deadline,
                deployment,
                instances,
                realLimits);
    }

    public StackOptions withFreshState() {
        return new StackOptions(
                project, state, ports, true, demo, services, jvm, deadline, deployment, instances, realLimits);
    }

    public StackOptions withoutDemo() {
        return new StackOptions(
                project, state, ports, fresh, false, services, jvm, deadline, deployment, instances, realLimits);
    }

    public StackOptions withoutServices() {
        return withServices(Set.of());
    }

    /** Starts only these of the services, besides the infrastructure. */
    public StackOptions withServices(Set<ServiceName> names) {
        return new StackOptions(
                project, state, ports, fresh, demo, names, jvm, deadline, deployment, instances, realLimits);
    }

    /** Replaces the one environment {@code paper}. A name holds letters and digits: variables are named for it. */
    public StackOptions withEnvironments(List<String> names) {
        return new StackOptions(
                project,
                state,
                ports,
                fresh,
                demo,
                services,
                jvm,
                deadline,
                deployment.named(names),
                instances,
                realLimits);
    }

    /** Starts one or two instances of each service whose instances share the environments. */
    public StackOptions withInstances(int count) {
        return new StackOptions(
                project, state, ports, fresh, demo, services, jvm, deadline, deployment, count, realLimits);
    }

    /** Has the exchange enforce the limits that it documents, and our services keep to their defaults. */
    public StackOptions withRealLimits() {
        return new StackOptions(
                project, state, ports, fresh, demo, services, jvm, deadline, deployment, instances, true);
    }

    /** Sets the environments. Those of a file are held to the limits that the exchange documents. */
    public StackOptions withDeployment(Deployment other) {
        boolean limits = realLimits || other.file() != null;
        return new StackOptions(project, state, ports, fresh, demo, services, jvm, deadline, other, instances, limits);
    }

    /** The names of the environments. */
    public List<String> environments() {
        return deployment.names();
    }

    /** The address that the connections of each environment leave from; those of a file state theirs. */
    public EgressAddresses egressAddresses() {
        return new EgressAddresses(deployment.file() == null ? deployment.names() : List.of());
    }

    /** The services that are started in their order, and after them the second instances. */
    public List<ServiceInstance> serviceInstances() {
        Stream<ServiceInstance> first =
                Arrays.stream(ServiceName.values()).filter(services::contains).map(ServiceInstance::first);
        Stream<ServiceInstance> second = Arrays.stream(ServiceName.values())
                .filter(name -> instances > 1 && services.contains(name) && name.sharesEnvironments())
                .map(ServiceInstance::second);
        return Stream.concat(first, second).toList();
    }

    /** Replaces the default JVM flags of the named component. */
    public StackOptions withJvm(String component, List<String> flags) {
        Map<String, List<String>> changed = new HashMap<>(jvm);
        changed.put(component, List.copyOf(flags));
        return new StackOptions(
                project, state, ports, fresh, demo, services, changed, deadline, deployment, instances, realLimits);
    }

    /**
     * Reads the command line of {@code deploy/up}.
     *
     * @throws StartFailedException for an unknown option, a missing value or a value out of range
     */
    public static StackOptions parse(Path project, String... arguments) {
        StackOptions options = defaults(project);
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            options = options.with(remaining.pop(), remaining);
        }
        return options.withDeployment(options.deployment().checked(options.ports()));
    }

    private StackOptions with(String option, Deque<String> remaining) {
        return switch (option) {
            case "--port" -> withPort(number(option, value(option, remaining)));
            case "--paper" -> withEnvironments(paper(number(option, value(option, remaining))));
            case "--environments" -> withDeployment(deployment.of(Path.of(value(option, remaining))));
            case "--rehearse" -> withDeployment(deployment.rehearsedAs(value(option, remaining)));
            case "--vault" -> withDeployment(deployment.withVault(address(option, value(option, remaining))));
            case "--keep" -> withDeployment(deployment.keep());
            case "--instances" -> withInstances(number(option, value(option, remaining)));
            case "--state" -> withState(Path.of(value(option, remaining)));
            case "--fresh" -> withFreshState();
            case "--no-demo" -> withoutDemo();
            case "--no-services" -> withoutServices();
            case "--jvm" -> withJvmSetting(value(option, remaining));
            default -> throw new StartFailedException("Unknown option " + option + "; --help lists them all.");
        };
    }

    private StackOptions withJvmSetting(String setting) {
        String[] sides = setting.split("=", 2);
        if (sides.length < 2) {
            throw new StartFailedException("--jvm takes PART=FLAGS, for example --jvm trader-service=-Xmx512m.");
        }
        return withJvm(sides[0], List.of(sides[1].strip().split("\\s+")));
    }

    private static String value(String option, Deque<String> remaining) {
        if (remaining.isEmpty()) {
            throw new StartFailedException(option + " needs a value.");
        }
        return remaining.pop();
    }

    /** The names paper, paper2, paper3, … */
    private static List<String> paper(int count) {
        if (count < 1 || count > MOST_ENVIRONMENTS) {
            throw new StartFailedException("--paper must lie between 1 and " + MOST_ENVIRONMENTS + ".");
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> number == 1 ? "paper" : "paper" + number)
                .toList();
    }

    private static URI address(String option, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new StartFailedException(option + " takes an address, not " + text + ".", e);
        }
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartFailedException(option + " takes a number, not " + text + ".", e);
        }
    }
}

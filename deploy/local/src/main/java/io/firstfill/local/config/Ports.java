package io.firstfill.local.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The ports of all components of the stack, each at a fixed distance from the gateway's.
 *
 * @param gateway the gateway's port, 1024 to 65518: the highest port of the stack is 17 above it
 */
public record Ports(int gateway) {
    private static final int HIGHEST_OFFSET = 17;
    /** The ports of second instances lie in what the components of one each leave free. */
    private static final Map<ServiceName, Integer> SECOND_INSTANCES =
            Map.of(ServiceName.TRADER, 9, ServiceName.SCANNER, 10, ServiceName.RISK, 16);

    public Ports {
        if (gateway < 1024 || gateway > 65535 - HIGHEST_OFFSET) {
            throw new StartFailedException("--port must lie between 1024 and " + (65535 - HIGHEST_OFFSET) + ".");
        }
    }

    public int keycloak() {
        return gateway + 1;
    }

    public int kafka() {
        return gateway + 2;
    }

    public int kafkaController() {
        return gateway + 3;
    }

    public int postgres() {
        return gateway + 4;
    }

    public int secrets() {
        return gateway + 5;
    }

    public int simulator() {
        return gateway + 6;
    }

    public int simulatorControl() {
        return gateway + 7;
    }

    public int keycloakManagement() {
        return gateway + 8;
    }

    /** The port of Prometheus, which is started only on demand and is none of {@link #all()}. */
    public int prometheus() {
        return gateway + HIGHEST_OFFSET;
    }

    public int service(ServiceName name) {
        return gateway + name.portOffset();
    }

    public int service(ServiceInstance instance) {
        return instance.number() == 0
                ? service(instance.service())
                : gateway + SECOND_INSTANCES.getOrDefault(instance.service(), 0);
    }

    /** The address that programs on this machine use for one of the ports: {@code http://127.0.0.1:PORT}. */
    public static String localUrl(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** The address of the gateway as a browser shows it and as tokens name their issuer. */
    public String origin() {
        return "http://localhost:" + gateway;
    }

    /** All ports by the name of their component, in the order in which {@code deploy/up --help} lists them. */
    public SequencedMap<String, Integer> all() {
        SequencedMap<String, Integer> ports = new LinkedHashMap<>();
        ports.put("gateway", gateway);
        ports.put("keycloak", keycloak());
        ports.put("kafka", kafka());
        ports.put("kafka controller", kafkaController());
        ports.put("postgres", postgres());
        ports.put("secrets", secrets());
        ports.put("simulator", simulator());
        ports.put("simulator control", simulatorControl());
        ports.put("keycloak management", keycloakManagement());
        for (ServiceName name : ServiceName.values()) {
            ports.put(name.label(), service(name));
        }
        SECOND_INSTANCES.keySet().stream()
                .map(ServiceInstance::second)
                .sorted(Comparator.comparing(ServiceInstance::label))
                .forEach(instance -> ports.put(instance.label(), service(instance)));
        return ports;
    }

    /**
     * Checks that no port of the stack is in use.
     *
     * @throws StartFailedException naming the first port that another process listens on, and its component
     */
    public void requireFree() {
        all().entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .findFirst()
                .ifPresent(Ports::refuse);
    }

    private static void refuse(Map.Entry<String, Integer> taken) {
        throw new StartFailedException("Port " + taken.getValue() + ", which " + taken.getKey()
                + " needs, is in use: stop what listens there or choose another base with --port.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run in TIME_WAIT are no listener.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

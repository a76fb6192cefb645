package io.firstfill.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Every port of the stack, at a fixed distance from the gateway's. */
public record Ports(int gateway) {
    private static final int HIGHEST_OFFSET = 15;

    public Ports {
        if (gateway < 1024 || gateway > 65535 - HIGHEST_OFFSET) {
            throw new StartFailed("--port must lie between 1024 and " + (65535 - HIGHEST_OFFSET) + ".");
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

    /** Of a trader started beside the first. */
    public int secondTrader() {
        return gateway + 9;
    }

    public int service(ServiceName name) {
        return gateway + name.portOffset();
    }

    /** By part, in the order of the numbers. */
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
        ports.put(Parts.SECOND_TRADER, secondTrader());
        for (ServiceName name : ServiceName.values()) {
            ports.put(name.label(), service(name));
        }
        return ports;
    }

    /** Refuses with the first port that somebody else holds. */
    void requireFree() {
        all().entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .findFirst()
                .ifPresent(Ports::refuse);
    }

    private static void refuse(Map.Entry<String, Integer> taken) {
        throw new StartFailed("Port " + taken.getValue() + ", which " + taken.getKey()
                + " needs, is in use: stop what listens there or choose another base with --port.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of a former run that still linger in TIME_WAIT do not count as a listener.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package io.firstfill.local.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * The loopback address that the connections of each environment leave from: the exchange counts requests by the address
 * it sees, and no environment uses up what another may send.
 *
 * @param environments at most 99 names, in their order
 */
public record EgressAddresses(List<String> environments) {
    public EgressAddresses {
        environments = List.copyOf(environments);
    }

    /** Empty for the first environment: its connections leave from 127.0.0.1, as on every machine. */
    public Optional<String> of(String environment) {
        int index = environments.indexOf(environment);
        return index > 0 ? Optional.of("127.0.0." + (index + 1)) : Optional.empty();
    }

    /**
     * Checks that this machine has the addresses: Linux has all of 127.0.0.0/8, macOS has one.
     *
     * @throws StartFailedException naming the first address that it has not
     */
    public void requireUsable() {
        environments.stream()
                .flatMap(environment -> of(environment).stream())
                .filter(address -> !isUsable(address))
                .findFirst()
                .ifPresent(address -> {
                    throw new StartFailedException("Several environments need the address " + address
                            + ", which this machine does not have: add it, on macOS by sudo ifconfig lo0 alias "
                            + address + ".");
                });
    }

    private static boolean isUsable(String address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

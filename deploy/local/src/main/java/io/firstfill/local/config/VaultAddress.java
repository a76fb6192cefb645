package io.firstfill.local.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The rule about the address of a Vault: keys and logins cross a network by TLS alone. */
public final class VaultAddress {
    private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]";

    private VaultAddress() {}

    /** Whether the address is one of the loopback interface. */
    static boolean isOnThisMachine(URI address) {
        return address.getHost() != null
                && address.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK);
    }

    /** Says why {@code --vault} must not be this address; empty when it may be. */
    public static Optional<String> refusal(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !scheme.matches("https?")) {
            return Optional.of("--vault takes an address such as https://vault.example:8200.");
        }
        return scheme.equals("https") || isOnThisMachine(address)
                ? Optional.empty()
                : Optional.of("--vault must be https unless the Vault is on this machine: keys would cross the network"
                        + " readable.");
    }
}

package io.firstfill.service.environment;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the environments of this deployment. Refuses to start when their settings could lose money. */
@Startup
@ApplicationScoped
public class Environments {
    private final SortedMap<EnvironmentId, Target> targets =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

    public Environments(EnvironmentSettings settings) {
        settings.environments().forEach((name, target) -> targets.put(EnvironmentId.of(name), checked(name, target)));
        if (targets.isEmpty()) {
            throw new IllegalStateException("No environment is configured: set firstfill.environments.<name>.rest-uri");
        }
    }

    public Map<EnvironmentId, Target> all() {
        return targets;
    }

    public Optional<Target> find(EnvironmentId id) {
        return Optional.ofNullable(targets.get(id));
    }

    static Target checked(String name, Target target) {
        boolean exchange = isExchange(target.restUri().getHost());
        if (target.mode() == EnvironmentMode.PAPER && exchange) {
            throw new IllegalStateException("Environment " + name + " is PAPER but its rest-uri is the live exchange");
        }
        target.wsUri().ifPresent(uri -> checkStream(name, target.mode(), uri));
        target.egressAddress().ifPresent(address -> checkAddress(name, "egress-address", address));
        target.pollingAddresses()
                .orElse(List.of())
                .forEach(address -> checkAddress(name, "polling-addresses", address));
        if (target.mode() == EnvironmentMode.LIVE && target.ceilings().isEmpty()) {
            throw new IllegalStateException("Environment " + name + " is LIVE without ceilings");
        }
        if (target.mode() == EnvironmentMode.LIVE
                && !"https".equals(target.restUri().getScheme())) {
            throw new IllegalStateException("Environment " + name + " is LIVE without https");
        }
        return target;
    }

    private static void checkStream(String name, EnvironmentMode mode, URI stream) {
        String host = stream.getHost();
        if (mode == EnvironmentMode.PAPER && (host == null || isExchange(host))) {
            throw new IllegalStateException("Environment " + name + " is PAPER but its ws-uri is the live exchange");
        }
        if (mode == EnvironmentMode.LIVE && !"wss".equals(stream.getScheme())) {
            throw new IllegalStateException("Environment " + name + " is LIVE without wss");
        }
    }

    /** A name could stand for another address after the next look-up. */
    private static void checkAddress(String name, String setting, String address) {
        try {
            InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The " + setting + " of environment " + name + " is no IP address", e);
        }
    }

    private static boolean isExchange(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("mexc.com") || name.endsWith(".mexc.com") || name.endsWith(".mexc.co");
    }
}

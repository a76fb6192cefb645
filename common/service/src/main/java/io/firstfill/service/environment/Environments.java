package io.firstfill.service.environment;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.environment.EnvironmentRules;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
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
            throw new IllegalStateException(
                    "No environment is configured: name a file by FIRSTFILL_ENVIRONMENTS_FILE, or set firstfill.environments.<name>.*");
        }
    }

    public Map<EnvironmentId, Target> all() {
        return targets;
    }

    public Optional<Target> find(EnvironmentId id) {
        return Optional.ofNullable(targets.get(id));
    }

    static Target checked(String name, Target target) {
        EnvironmentRules.refusal(
                        name,
                        target.mode() == EnvironmentMode.LIVE,
                        target.restUri(),
                        target.webUri(),
                        target.wsUri(),
                        target.ceilings().isPresent())
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal);
                });
        target.egressAddress().ifPresent(address -> checkAddress(name, "egress-address", address));
        target.pollingAddresses()
                .orElse(List.of())
                .forEach(address -> checkAddress(name, "polling-addresses", address));
        return target;
    }

    /** A name could stand for another address after the next look-up. */
    private static void checkAddress(String name, String setting, String address) {
        try {
            InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The " + setting + " of environment " + name + " is no IP address", e);
        }
    }
}

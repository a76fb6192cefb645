package io.firstfill.service.environment;

import io.firstfill.service.environment.EnvironmentSettings.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The route that the exchange counts requests by: itself, and the address it sees. Environments on the
 * same route share one request budget.
 *
 * @param address the address of this machine that connections leave from; empty for the operating system's choice
 */
public record EgressRoute(URI exchange, Optional<String> address) {
    public static EgressRoute of(Target target) {
        return new EgressRoute(target.restUri(), target.egressAddress());
    }

    /** Returns the routes that the environment polls over: the one of its orders first. */
    public static List<EgressRoute> ofPolling(Target target) {
        return Stream.concat(
                        Stream.of(of(target)),
                        target.pollingAddresses().orElse(List.of()).stream()
                                .map(address -> new EgressRoute(target.restUri(), Optional.of(address))))
                .distinct()
                .toList();
    }
}

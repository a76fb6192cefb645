package io.firstfill.scanner.mexc;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.budget.OpeningPhases;
import io.firstfill.mexc.budget.TimedLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.watch.Sources;
import io.firstfill.scanner.watch.WarmUpResponses;
import io.firstfill.service.egress.EgressSettings;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EgressRoute;
import io.firstfill.service.environment.EnvironmentMode;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The feeds of each environment. Environments that the exchange sees under one address share one request budget.
 */
@ApplicationScoped
class MexcSources implements Sources {
    private final Vertx vertx;
    private final Environments environments;
    private final EgressSettings egress;
    private final ExchangeTrust trust;
    private final WebFlags webFlags;
    private final TimedLimits limits;
    private final InstantSource clock;
    private final Map<EgressRoute, WeightBudget> budgets = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, PollingWires> wires = new ConcurrentHashMap<>();

    MexcSources(
            Vertx vertx,
            Environments environments,
            WebFlagSettings webFlags,
            EgressSettings egress,
            ExchangeTrust trust,
            InstantSource clock) {
        this.vertx = vertx;
        this.environments = environments;
        this.egress = egress;
        this.trust = trust;
        this.webFlags = WebFlags.of(webFlags);
        this.limits = limits(egress);
        this.clock = clock;
    }

    @Override
    public List<Feed> of(EnvironmentId environment) {
        return environments
                .find(environment)
                .map(target -> MexcFeed.all(wires.computeIfAbsent(environment, id -> wires(target)), webFlags, clock))
                .orElse(List.of());
    }

    /** The other process is known by the first address alone, which is the one of the orders. */
    @Override
    public void pause(EnvironmentId environment, Instant until) {
        PollingWires found = wires.get(environment);
        if (found != null) {
            found.first().stop(Lane.QUERY, until);
        }
    }

    @Override
    public void expect(EnvironmentId environment, Collection<Instant> openings) {
        environments
                .find(environment)
                .map(target -> budgets.get(EgressRoute.of(target)))
                .ifPresent(budget -> budget.expect(openings));
    }

    @Override
    public WarmUpResponses warmUpResponses() {
        return new MexcWarmUpResponses();
    }

    @PreDestroy
    void close() {
        wires.values().forEach(PollingWires::close);
    }

    private PollingWires wires(Target target) {
        List<EgressRoute> routes = EgressRoute.ofPolling(target);
        return new PollingWires(
                routes.stream().map(route -> wire(target, route)).toList(), sharing(routes.getFirst()));
    }

    private MexcWire wire(Target target, EgressRoute route) {
        WeightBudget budget =
                budgets.computeIfAbsent(route, fresh -> new WeightBudget(limits, new OpeningPhases(clock), clock));
        return new MexcWire(vertx, settings(target, route), budget, clock);
    }

    /** Returns the number of environments that poll over the route, and share what it may send. */
    private int sharing(EgressRoute route) {
        return (int) environments.all().values().stream()
                .filter(target -> EgressRoute.ofPolling(target).contains(route))
                .count();
    }

    private static TimedLimits limits(EgressSettings egress) {
        return new EgressLimits(
                        egress.orders(),
                        egress.signed(),
                        egress.requests(),
                        egress.weight(),
                        egress.web(),
                        egress.exchangeInfoPause(),
                        egress.shares().scanner(),
                        egress.shares().trader())
                .scanner(egress.surprise());
    }

    /** Allows plain http only where no money moves; the scanner holds no key in any case. */
    private MexcSettings settings(Target target, EgressRoute route) {
        MexcSettings usual = MexcSettings.of(URI.create("https://api.mexc.com"), URI.create("https://www.mexc.com"));
        return new MexcSettings(
                target.restUri(),
                target.webUri(),
                target.mode() == EnvironmentMode.PAPER,
                usual.timeouts(),
                usual.pools(),
                usual.recvWindow(),
                usual.userAgent(),
                egress.throttlePause(),
                egress.longestThrottle(),
                route.address().orElse(null),
                trust.options());
    }
}

package io.firstfill.scanner.mexc;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.BudgetLimits;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.watch.Sources;
import io.firstfill.scanner.watch.WarmUpResponses;
import io.firstfill.service.egress.EgressSettings;
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
    private final WebFlags webFlags;
    private final BudgetLimits limits;
    private final InstantSource clock;
    private final Map<EgressRoute, WeightBudget> budgets = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, MexcWire> wires = new ConcurrentHashMap<>();

    MexcSources(
            Vertx vertx,
            Environments environments,
            WebFlagSettings webFlags,
            EgressSettings egress,
            InstantSource clock) {
        this.vertx = vertx;
        this.environments = environments;
        this.egress = egress;
        this.webFlags = WebFlags.of(webFlags);
        this.limits = limits(egress);
        this.clock = clock;
    }

    @Override
    public List<Feed> of(EnvironmentId environment) {
        return environments
                .find(environment)
                .map(target -> MexcFeed.all(wires.computeIfAbsent(environment, id -> wire(target)), webFlags))
                .orElse(List.of());
    }

    @Override
    public void pause(EnvironmentId environment, Instant until) {
        MexcWire wire = wires.get(environment);
        if (wire != null) {
            wire.stop(Lane.QUERY, until);
        }
    }

    @Override
    public WarmUpResponses warmUpResponses() {
        return new MexcWarmUpResponses();
    }

    @PreDestroy
    void close() {
        wires.values().forEach(MexcWire::close);
    }

    private MexcWire wire(Target target) {
        WeightBudget budget = budgets.computeIfAbsent(EgressRoute.of(target), route -> new WeightBudget(limits, clock));
        return new MexcWire(vertx, settings(target), budget, clock);
    }

    private static BudgetLimits limits(EgressSettings egress) {
        return new EgressLimits(
                        egress.orders(),
                        egress.signed(),
                        egress.requests(),
                        egress.weight(),
                        egress.web(),
                        egress.exchangeInfoPause(),
                        egress.shares().scanner(),
                        egress.shares().trader())
                .scanner();
    }

    /** Allows plain http only where no money moves; the scanner holds no key in any case. */
    private MexcSettings settings(Target target) {
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
                target.egressAddress().orElse(null));
    }
}

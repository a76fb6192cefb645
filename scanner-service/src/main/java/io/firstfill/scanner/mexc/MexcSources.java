package io.firstfill.scanner.mexc;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.BudgetLimits;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.scanner.watch.WarmUpResponses;
import io.firstfill.scanner.watch.Sources;
import io.firstfill.service.environment.EnvironmentMode;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.egress.EgressSettings;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The exchange behind each environment. Environments on one exchange share one budget: they share the exit address. */
@ApplicationScoped
class MexcSources implements Sources {
    private final Vertx vertx;
    private final Environments environments;
    private final EgressSettings exit;
    private final WebFlags ready;
    private final BudgetLimits limits;
    private final InstantSource clock;
    private final Map<URI, WeightBudget> budgets = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, MexcWire> wires = new ConcurrentHashMap<>();

    MexcSources(
            Vertx vertx, Environments environments, ScannerSettings settings, EgressSettings exit, InstantSource clock) {
        this.vertx = vertx;
        this.environments = environments;
        this.exit = exit;
        this.ready = WebFlags.of(settings.webReady());
        this.limits = limits(exit);
        this.clock = clock;
    }

    @Override
    public List<Feed> of(EnvironmentId environment) {
        return environments
                .find(environment)
                .map(target -> MexcFeed.all(wires.computeIfAbsent(environment, id -> wire(target)), ready))
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
    public WarmUpResponses script() {
        return new MexcWarmUpResponses();
    }

    @PreDestroy
    void close() {
        wires.values().forEach(MexcWire::close);
    }

    private MexcWire wire(Target target) {
        WeightBudget budget = budgets.computeIfAbsent(target.restUri(), address -> new WeightBudget(limits, clock));
        return new MexcWire(vertx, address(target), budget, clock);
    }

    private static BudgetLimits limits(EgressSettings exit) {
        return new EgressLimits(
                        exit.orders(),
                        exit.signed(),
                        exit.requests(),
                        exit.weight(),
                        exit.web(),
                        exit.exchangeInfoPause(),
                        exit.shares().scanner(),
                        exit.shares().trader())
                .scanner();
    }

    /** Plain http only where no money moves; the scanner holds no key in any case. */
    private MexcSettings address(Target target) {
        MexcSettings usual = MexcSettings.of(URI.create("https://api.mexc.com"), URI.create("https://www.mexc.com"));
        return new MexcSettings(
                target.restUri(),
                target.webUri(),
                target.mode() == EnvironmentMode.PAPER,
                usual.timeouts(),
                usual.pools(),
                usual.recvWindow(),
                usual.userAgent(),
                exit.throttlePause());
    }
}

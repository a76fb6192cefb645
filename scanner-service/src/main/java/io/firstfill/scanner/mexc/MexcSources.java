package io.firstfill.scanner.mexc;

import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.BudgetLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.budget.Window;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.scanner.watch.Sources;
import io.firstfill.service.environment.EnvironmentMode;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The exchange behind each environment. Environments on one exchange share one budget: they share the exit address. */
@ApplicationScoped
class MexcSources implements Sources {
    private final Vertx vertx;
    private final Environments environments;
    private final ScannerSettings settings;
    private final InstantSource clock;
    private final Map<URI, WeightBudget> budgets = new ConcurrentHashMap<>();
    private final List<MexcWire> wires = new CopyOnWriteArrayList<>();

    MexcSources(Vertx vertx, Environments environments, ScannerSettings settings, InstantSource clock) {
        this.vertx = vertx;
        this.environments = environments;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Feed> of(EnvironmentId environment) {
        return environments
                .find(environment)
                .map(target -> MexcFeed.all(wire(target).market()))
                .orElse(List.of());
    }

    @PreDestroy
    void close() {
        wires.forEach(MexcWire::close);
    }

    private MexcWire wire(Target target) {
        WeightBudget budget = budgets.computeIfAbsent(target.restUri(), address -> new WeightBudget(limits(), clock));
        MexcWire wire = new MexcWire(vertx, address(target), budget, clock);
        wires.add(wire);
        return wire;
    }

    private BudgetLimits limits() {
        ScannerSettings.Budget share = settings.budget();
        Duration second = Duration.ofSeconds(1);
        Window requests = new Window(share.requests(), second);
        Window weight = new Window(share.weight(), Duration.ofSeconds(10));
        return new BudgetLimits(
                new Window(0, second), requests, requests, weight, weight, new Window(share.web(), second), Map.of());
    }

    /** Plain http only where no money moves; the scanner holds no key in any case. */
    private static MexcSettings address(Target target) {
        MexcSettings usual = MexcSettings.of(URI.create("https://api.mexc.com"), URI.create("https://www.mexc.com"));
        return new MexcSettings(
                target.restUri(),
                target.webUri(),
                target.mode() == EnvironmentMode.PAPER,
                usual.timeouts(),
                usual.pools(),
                usual.recvWindow(),
                usual.userAgent(),
                usual.throttlePause());
    }
}

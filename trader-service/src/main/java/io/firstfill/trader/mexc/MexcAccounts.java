package io.firstfill.trader.mexc;

import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.BudgetLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.budget.Window;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.firstfill.trader.TraderSettings;
import io.firstfill.trader.desk.Accounts;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Sockets, budget, clock and signer of every environment. */
@Startup
@ApplicationScoped
class MexcAccounts implements Accounts {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private record Parts(MexcWire wire, ClockSampler sampler, MexcVenue venue) {}

    private final Map<EnvironmentId, Parts> parts = new HashMap<>();

    MexcAccounts(Environments environments, TraderSettings settings, Vertx vertx, InstantSource clock) {
        environments.all().forEach((id, target) -> parts.put(id, open(target, settings, vertx, clock)));
    }

    @Override
    public Access of(EnvironmentId environment) {
        Parts found = parts.get(environment);
        if (found == null) {
            throw new IllegalArgumentException("No environment " + environment);
        }
        return new Access(found.venue(), found.venue());
    }

    @PreDestroy
    void close() {
        parts.values().forEach(each -> {
            each.sampler().close();
            each.wire().close();
        });
    }

    private static Parts open(Target target, TraderSettings settings, Vertx vertx, InstantSource clock) {
        WeightBudget budget = new WeightBudget(limits(settings.budget()), clock);
        MexcWire wire = new MexcWire(vertx, MexcSettings.of(target.restUri(), target.webUri()), budget, clock);
        ClockOffset offset = ClockOffset.standard();
        ServerClock serverClock = new ServerClock(clock, offset);
        ClockSampler sampler = new ClockSampler(vertx, wire.market(), offset, settings.clockInterval());
        return new Parts(wire, sampler, new MexcVenue(wire, serverClock, sampler, settings, clock));
    }

    private static BudgetLimits limits(TraderSettings.Budget budget) {
        BudgetLimits strict = BudgetLimits.strictest();
        return new BudgetLimits(
                new Window(budget.orders(), SECOND),
                new Window(budget.requests(), SECOND),
                new Window(budget.background(), SECOND),
                strict.weight(),
                strict.backgroundWeight(),
                strict.web(),
                strict.perEndpoint());
    }
}

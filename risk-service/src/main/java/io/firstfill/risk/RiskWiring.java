package io.firstfill.risk;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.service.environment.EnvironmentSettings.Ceilings;
import io.firstfill.service.environment.Environments;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Produces the {@link RiskEngine} with the pool terms of the settings and the ceilings of the environments. */
class RiskWiring {
    @Produces
    @Singleton
    RiskEngine engine(RiskSettings settings, Environments environments) {
        Map<EnvironmentId, Guardrails> ceilings = new HashMap<>();
        environments
                .all()
                .forEach((environment, target) ->
                        target.ceilings().ifPresent(most -> ceilings.put(environment, limits(most))));
        return new RiskEngine(new PoolTerms(settings.poolSize(), settings.permitTtl()), ceilings);
    }

    private static Guardrails limits(Ceilings most) {
        return new Guardrails(
                most.tradesPerHour(),
                new Amount(most.spend()),
                most.spendPerDay().map(Amount::new).orElse(null),
                most.concurrentListings().orElse(null),
                most.openPositions().orElse(null),
                most.lossPerDay().map(Amount::new).orElse(null),
                most.consecutiveFailures().orElse(null));
    }
}

package io.firstfill.risk;

import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the {@link RiskEngine} with the pool terms of the settings. */
class RiskWiring {
    @Produces
    @Singleton
    RiskEngine engine(RiskSettings settings) {
        return new RiskEngine(new PoolTerms(settings.poolSize(), settings.permitTtl()));
    }
}

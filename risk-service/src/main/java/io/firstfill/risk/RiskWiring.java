package io.firstfill.risk;

import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskEngine;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class RiskWiring {
    @Produces
    @Singleton
    RiskEngine desk(RiskSettings settings) {
        return new RiskEngine(new PoolTerms(settings.poolSize(), settings.permitTtl()));
    }
}

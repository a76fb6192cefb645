package io.firstfill.risk;

import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskDesk;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class RiskWiring {
    @Produces
    @Singleton
    RiskDesk desk(RiskSettings settings) {
        return new RiskDesk(new PoolTerms(settings.poolSize(), settings.permitTtl()));
    }
}

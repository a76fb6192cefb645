package io.firstfill.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.json.MessageCodec;
import io.quarkus.arc.DefaultBean;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the beans every service injects. */
class Wiring {
    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ExchangeTrust exchangeTrust(TlsConfigurationRegistry configurations) {
        return new ExchangeTrust(configurations
                .get(ExchangeTrust.NAME)
                .map(TlsConfiguration::getTrustStoreOptions)
                .orElse(null));
    }

    @Produces
    @Singleton
    MessageCodec codec(ObjectMapper json, @ConfigProperty(name = "firstfill.contract.level") int level) {
        return new MessageCodec(json, level);
    }
}

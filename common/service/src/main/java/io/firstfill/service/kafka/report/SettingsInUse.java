package io.firstfill.service.kafka.report;

import io.firstfill.service.environment.Environments;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Collects the settings that this service uses: its mappings, its environments, and the level of the contract. */
@ApplicationScoped
class SettingsInUse {
    private static final String OWN = "firstfill.";

    /** Knows which mappings there are; only an injection point could take one of them from it. */
    private final BeanManager beans;

    private final SmallRyeConfig config;
    private final Environments environments;
    private final int level;

    SettingsInUse(
            BeanManager beans,
            Config config,
            Environments environments,
            @ConfigProperty(name = "firstfill.contract.level") int level) {
        this.beans = beans;
        this.config = config.unwrap(SmallRyeConfig.class);
        this.environments = environments;
        this.level = level;
    }

    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        all.put("firstfill.contract.level", Integer.toString(level));
        environments.all().forEach((environment, target) -> {
            String own = "firstfill.environments." + environment + ".";
            all.put(own + "mode", target.mode().name());
            target.ceilings().ifPresent(most -> {
                all.put(own + "ceilings.quote-amount", most.quoteAmount().toPlainString());
                all.put(own + "ceilings.spend", most.spend().toPlainString());
                all.put(own + "ceilings.trades-per-hour", Integer.toString(most.tradesPerHour()));
            });
        });
        beans.getBeans(Object.class, Any.Literal.INSTANCE)
                .forEach(bean -> mapping(bean)
                        .ifPresent(type -> all.putAll(MappedSettings.of(type, config.getConfigMapping(type)))));
        return all;
    }

    /** The environments are a map by name, and hold addresses. */
    private static Optional<Class<?>> mapping(Bean<?> bean) {
        return bean.getTypes().stream()
                .flatMap(type -> type instanceof Class<?> known ? Stream.<Class<?>>of(known) : Stream.empty())
                .filter(type -> {
                    ConfigMapping mapping = type.getAnnotation(ConfigMapping.class);
                    return mapping != null
                            && mapping.prefix().startsWith(OWN)
                            && !mapping.prefix().equals("firstfill.environments");
                })
                .findFirst();
    }
}

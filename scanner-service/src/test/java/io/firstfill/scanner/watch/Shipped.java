package io.firstfill.scanner.watch;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The settings the service is shipped with. */
final class Shipped {
    private Shipped() {}

    /** @param changed on top of them */
    static <S> S settings(Class<S> mapping, Map<String, String> changed) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(mapping)
                    .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                            .toUri()
                            .toURL()))
                    .withSources(new PropertiesConfigSource(changed, "changed", 500))
                    .build()
                    .getConfigMapping(mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

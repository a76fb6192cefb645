package io.firstfill.service.environment;

import io.firstfill.environment.EnvironmentsFile;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Adds the settings of the environments file, where {@code FIRSTFILL_ENVIRONMENTS_FILE} names one. They stand above a
 * service's own defaults and below the variables of its process. A file with a fault keeps the service from starting.
 */
public final class EnvironmentsSource implements ConfigSourceFactory {
    static final String FILE = "firstfill.environments.file";
    /** Above the 250 of application.properties, below the 300 of variables. */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue file = context.getValue(FILE);
        if (file == null || file.getValue() == null || file.getValue().isBlank()) {
            return List.of();
        }
        EnvironmentsFile environments = EnvironmentsFile.read(Path.of(file.getValue()));
        return List.of(new PropertiesConfigSource(environments.properties(), "environments file", ORDINAL));
    }
}

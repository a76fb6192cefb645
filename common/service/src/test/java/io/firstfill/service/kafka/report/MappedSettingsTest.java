package io.firstfill.service.kafka.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves that settings are read as the service uses them, with the defaults that no source names. */
class MappedSettingsTest {
    @ConfigMapping(prefix = "firstfill.sample")
    interface Sample {
        @WithDefault("0.050")
        BigDecimal slippage();

        @WithDefault("PT0.25S")
        Duration longPatience();

        @WithName("renamed")
        @WithDefault("7")
        int original();

        @WithDefault("b,a")
        Set<String> assets();

        Optional<String> absent();

        Group group();

        default String computed() {
            return "never";
        }

        interface Group {
            @WithDefault("true")
            boolean on();
        }
    }

    @Test
    void everySettingOfAMappingHasItsNameAndTheValueInUse() {
        Sample sample = new SmallRyeConfigBuilder()
                .withMapping(Sample.class)
                .withDefaultValues(Map.of("firstfill.sample.group.on", "false"))
                .build()
                .getConfigMapping(Sample.class);

        assertThat(MappedSettings.of(Sample.class, sample))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "firstfill.sample.slippage", "0.050",
                        "firstfill.sample.long-patience", "PT0.25S",
                        "firstfill.sample.renamed", "7",
                        "firstfill.sample.assets", "a,b",
                        "firstfill.sample.group.on", "false"));
    }
}

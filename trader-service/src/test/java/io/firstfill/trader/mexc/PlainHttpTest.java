package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.mexc.MexcSettings;
import io.firstfill.service.egress.EgressSettings;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EnvironmentSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A key travels without TLS to a simulator only, wherever the simulator runs. */
class PlainHttpTest {
    @Test
    void aPaperEnvironmentMayBeOnASimulatorOfAnotherHost() {
        assertThat(address("PAPER").api()).hasToString("http://simulator:9180");
    }

    @Test
    void aLiveKeyIsNeverSentWithoutTls() {
        assertThatThrownBy(() -> address("LIVE")).hasMessageContaining("Plain http would show the API key");
    }

    private static MexcSettings address(String mode) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(EnvironmentSettings.class)
                .withMapping(EgressSettings.class)
                .withDefaultValues(Map.of(
                        "firstfill.environments.one.mode", mode,
                        "firstfill.environments.one.rest-uri", "http://simulator:9180",
                        "firstfill.environments.one.web-uri", "http://simulator:9180"))
                .build();
        return MexcAccounts.address(
                Objects.requireNonNull(config.getConfigMapping(EnvironmentSettings.class)
                        .environments()
                        .get("one")),
                config.getConfigMapping(EgressSettings.class),
                ExchangeTrust.OF_THE_JDK);
    }
}

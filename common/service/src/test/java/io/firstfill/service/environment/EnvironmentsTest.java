package io.firstfill.service.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A setting that could lose money stops the start. */
class EnvironmentsTest {
    private static final Map<String, String> PAPER = Map.of(
            "firstfill.environments.paper.rest-uri", "http://127.0.0.1:8086",
            "firstfill.environments.paper.web-uri", "http://127.0.0.1:8086");

    @Test
    void aPaperEnvironmentOnTheSimulatorIsAccepted() {
        assertThat(environments(PAPER).all()).hasSize(1);
    }

    @Test
    void paperNeverNamesTheLiveExchange() {
        assertThatThrownBy(() -> environments(with("firstfill.environments.paper.rest-uri", "https://API.mexc.com")))
                .hasMessageContaining("PAPER but its rest-uri is the live exchange");
    }

    @Test
    void paperNeverSubscribesToTheLiveExchange() {
        assertThatThrownBy(() -> environments(with("firstfill.environments.paper.ws-uri", "wss://wbs-api.mexc.com/ws")))
                .hasMessageContaining("PAPER but its ws-uri is the live exchange");
    }

    @Test
    void liveNeedsCeilings() {
        assertThatThrownBy(() -> environments(with("firstfill.environments.paper.mode", "LIVE")))
                .hasMessageContaining("LIVE without ceilings");
    }

    @Test
    void noEnvironmentIsAnError() {
        assertThatThrownBy(() -> environments(Map.of())).hasMessageContaining("No environment is configured");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new HashMap<>(PAPER);
        settings.put(key, value);
        return settings;
    }

    private static Environments environments(Map<String, String> settings) {
        return new Environments(new SmallRyeConfigBuilder()
                .withMapping(EnvironmentSettings.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(EnvironmentSettings.class));
    }
}

package io.firstfill.service.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void anEgressAddressIsNoName() {
        assertThatThrownBy(() -> environments(with("firstfill.environments.paper.egress-address", "eth1.example")))
                .hasMessageContaining("egress-address of environment paper is no IP address");
        assertThat(environments(with("firstfill.environments.paper.egress-address", "10.0.0.7"))
                        .all())
                .hasSize(1);
    }

    @Test
    void environmentsOfOneExchangeShareARouteUnlessTheirEgressAddressesDiffer() {
        Map<String, String> settings = new HashMap<>(PAPER);
        for (String name : List.of("second", "third", "fourth")) {
            settings.put("firstfill.environments." + name + ".rest-uri", "http://127.0.0.1:8086");
            settings.put("firstfill.environments." + name + ".web-uri", "http://127.0.0.1:8086");
        }
        settings.put("firstfill.environments.third.egress-address", "127.0.0.3");
        settings.put("firstfill.environments.fourth.egress-address", "127.0.0.4");

        Map<EnvironmentId, Target> all = environments(settings).all();

        assertThat(routes(all, "paper", "second", "third", "fourth")).hasSize(3);
        assertThat(routes(all, "paper", "second")).hasSize(1);
    }

    private static Set<EgressRoute> routes(Map<EnvironmentId, Target> all, String... names) {
        return Stream.of(names)
                .map(name -> EgressRoute.of(Objects.requireNonNull(all.get(EnvironmentId.of(name)))))
                .collect(Collectors.toSet());
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

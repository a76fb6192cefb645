package io.firstfill.service.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.environment.EnvironmentsFile;
import io.firstfill.service.egress.EgressSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a service reads the environments file that its variable names, every setting of it. */
class EnvironmentsSourceTest {
    private static final String TEXT = """
            environments:
              tokyo-1:
                mode: LIVE
                rest-uri: https://api.mexc.com
                web-uri: https://www.mexc.com
                ws-uri: wss://wbs-api.mexc.com/ws
                vault-path: firstfill/tokyo-1/mexc
                egress-address: 10.0.0.6
                polling-addresses: [10.0.0.7, 10.0.0.8]
                ceilings:
                  quote-amount: 50
                  spend: 200
                  trades-per-hour: 5
                  spend-per-day: 300
                  concurrent-listings: 2
                  open-positions: 3
                  loss-per-day: 40
                  consecutive-failures: 4
            egress:
              orders: 11
              signed: 5
              requests: 15
              weight: 200
              surprise: 7
              web: 1
              exchange-info-pause: 20s
              throttle-pause: PT3M
              longest-throttle: P1D
              shares:
                scanner: 60
                trader: 40
            quotes: [USDT]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void theFileIsWhatTheVariableNames() throws IOException {
        SmallRyeConfig config = config(TEXT, Map.of());

        Environments environments = new Environments(config.getConfigMapping(EnvironmentSettings.class));

        assertThat(environments.all()).containsOnlyKeys(EnvironmentId.of("tokyo-1"));
        EnvironmentSettings.Target target =
                environments.find(EnvironmentId.of("tokyo-1")).orElseThrow();
        assertThat(target.mode()).isEqualTo(EnvironmentMode.LIVE);
        assertThat(target.ceilings().orElseThrow().quoteAmount()).isEqualByComparingTo(new BigDecimal(50));
        assertThat(target.pollingAddresses().orElseThrow()).containsExactly("10.0.0.7", "10.0.0.8");
        assertThat(config.getConfigMapping(EgressSettings.class).requests()).isEqualTo(15);
    }

    @Test
    void aVariableStandsAboveTheFile() throws IOException {
        SmallRyeConfig config = config(TEXT, Map.of("FIRSTFILL_EGRESS_REQUESTS", "9"));

        assertThat(config.getConfigMapping(EgressSettings.class).requests()).isEqualTo(9);
    }

    @Test
    void aFaultInTheFileKeepsTheServiceFromStarting() {
        assertThatThrownBy(() -> config(TEXT.replace("spend: 200", "spent: 200"), Map.of()))
                .hasStackTraceContaining("environments.tokyo-1.ceilings.spent is no setting");
    }

    /** A setting that a service gets must be known to the file, or a deployment could not state it. */
    @Test
    void theFileKnowsEverySettingOfAnEnvironmentAndOfTheEgress() {
        EnvironmentsFile file = EnvironmentsFile.parse("environments.yaml", TEXT);

        assertThat(file.properties().keySet())
                .containsAll(names("firstfill.environments.tokyo-1.", EnvironmentSettings.Target.class)
                        .toList())
                .containsAll(names("firstfill.egress.", EgressSettings.class).toList());
    }

    private static Stream<String> names(String prefix, Class<?> mapping) {
        return Stream.of(mapping.getDeclaredMethods()).flatMap(method -> names(prefix, method));
    }

    private static Stream<String> names(String prefix, Method method) {
        String name = prefix + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        if (method.getName().equals("ceilings")) {
            return names(name + ".", EnvironmentSettings.Ceilings.class);
        }
        return method.getReturnType().isInterface()
                        && method.getReturnType().getPackageName().startsWith("io.firstfill")
                ? names(name + ".", method.getReturnType())
                : Stream.of(name);
    }

    private SmallRyeConfig config(String text, Map<String, String> further) throws IOException {
        Path file = Files.writeString(directory.resolve("environments.yaml"), text);
        Map<String, String> variables = new HashMap<>(further);
        variables.put("FIRSTFILL_ENVIRONMENTS_FILE", file.toString());
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .withSources(new EnvironmentsSource())
                .withMapping(EnvironmentSettings.class)
                .withMapping(EgressSettings.class)
                .build();
    }
}

package io.firstfill.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.config.ServiceInstance;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.secrets.Sealing;
import io.firstfill.local.state.StateDirectory;
import io.firstfill.testkit.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that services of a file's environments run as on the exchange: a rehearsal differs by the address alone. */
class EnvironmentsOfAFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void everyServiceReadsTheCopyOfTheFileAndNoEnvironmentBesideIt() throws IOException {
        for (ServiceName name : ServiceName.values()) {
            Map<String, String> variables = variables(name, null);

            assertThat(variables)
                    .containsEntry(
                            "FIRSTFILL_ENVIRONMENTS_FILE",
                            directory.resolve("environments.yaml").toString());
            assertThat(variables.keySet())
                    .noneMatch(key -> key.startsWith("FIRSTFILL_ENVIRONMENTS_") && !key.endsWith("_FILE"))
                    .noneMatch(key -> key.startsWith("FIRSTFILL_EGRESS_") || key.startsWith("FIRSTFILL_SCANNER_"));
        }
    }

    @Test
    void onlyScannerAndTraderResolveTheRehearsedNameAndTrustItsAuthority() throws IOException {
        SimulatorTls rehearsal = SimulatorTls.of("exchange.test", directory.resolve("rehearsal"));

        for (ServiceName name : ServiceName.values()) {
            Map<String, String> variables = variables(name, rehearsal);
            boolean reachesTheExchange = name == ServiceName.SCANNER || name == ServiceName.TRADER;
            assertThat(variables.containsKey("QUARKUS_TLS_EXCHANGE_TRUST_STORE_PEM_CERTS"))
                    .isEqualTo(reachesTheExchange);
            assertThat(variables.containsKey("JAVA_TOOL_OPTIONS")).isEqualTo(reachesTheExchange);
        }
        assertThat(Files.readString(rehearsal.hosts())).startsWith("127.0.0.1 exchange.test localhost");
        assertThat(Files.readString(rehearsal.authority().certificate())).contains("BEGIN CERTIFICATE");
    }

    private Map<String, String> variables(ServiceName service, @Nullable SimulatorTls rehearsal) throws IOException {
        Path file = Files.writeString(directory.resolve("given.yaml"), """
                environments:
                  live:
                    mode: LIVE
                    rest-uri: https://exchange.test:8086
                    web-uri: https://exchange.test:8086
                    vault-path: firstfill/live/mexc
                    ceilings: {quote-amount: 5, spend: 10, trades-per-hour: 1}
                """);
        StackOptions options =
                StackOptions.parse(directory, "--environments", file.toString()).withState(directory);
        try (StateDirectory state = StateDirectory.lock(directory)) {
            return new ServiceEnvironment(
                            options,
                            state,
                            LocalSecrets.in(state.secrets(), Clock.systemUTC(), List.of(), Sealing.NONE),
                            EmbeddedPostgres.keptIn(directory.resolve("postgres"))
                                    .withPort(1),
                            rehearsal)
                    .of(ServiceInstance.first(service));
        }
    }
}

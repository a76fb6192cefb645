package io.firstfill.trader.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.vault.FaultyVault.Mode;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.auth.VaultKubernetesAuthOptions;
import io.quarkus.vault.client.http.vertx.VertxVaultHttpClient;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves what the trader makes of a Vault that is sealed, slow, gone, or refuses, with the client of production. */
class VaultKeyringTest {
    private static final Duration WAIT = Duration.ofSeconds(90);

    private final FaultyVault vault = new FaultyVault();
    private final Vertx vertx = Vertx.vertx();
    private final WebClient http = WebClient.create(vertx);

    @AfterEach
    void stop() {
        vault.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theSecretIsReadWithOneLogin() {
        VaultKeyring keyring = keyring(Map.of());

        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);
        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);

        assertThat(vault.logins).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfVaultIsNoFindingAboutTheKey(Mode mode, String why) {
        vault.mode = mode;

        KeyReading reading =
                read(keyring(mode == Mode.HANGING ? Map.of("firstfill.trader.vault.timeout", "PT0.5S") : Map.of()));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        KeyReading.Unreachable.class,
                        away -> assertThat(away.detail()).isEqualTo(why));
        assertThat(reading.toString()).doesNotContain(FaultyVault.SECRET);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Mode.SEALED, "it is sealed (503)"),
                arguments(Mode.HANGING, "it does not answer in time"),
                arguments(Mode.DENYING, "it refuses the path (403)"),
                arguments(Mode.REFUSING_LOGINS, "it refuses the trader's login (400)"));
    }

    @Test
    void aVaultThatIsGoneIsNoFindingAboutTheKey() {
        vault.stop();

        assertThat(read(keyring(Map.of()))).isEqualTo(new KeyReading.Unreachable("it cannot be connected to"));
    }

    @Test
    void anAbsentSecretIsAnAnswerAndOpensNoBreaker() {
        vault.mode = Mode.EMPTY;
        VaultKeyring keyring = keyring(Map.of("firstfill.trader.vault.guard.open-for", "PT60S"));
        for (int times = 0; times < 8; times++) {
            assertThat(read(keyring)).isInstanceOf(KeyReading.Missing.class);
        }

        vault.mode = Mode.HEALTHY;

        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);
    }

    @Test
    void aRevokedTokenIsReplacedWithinTheSameReading() {
        VaultKeyring keyring = keyring(Map.of());
        read(keyring);
        vault.revokeTokens();

        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);

        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void aPathThatIsRefusedKeepsNoOtherEnvironmentFromItsKey() {
        vault.deniedPath = "firstfill/stranger/mexc";
        VaultKeyring keyring = keyring(Map.of("firstfill.trader.vault.guard.open-for", "PT60S"));
        KeyReading refused = new KeyReading.Unreachable("it refuses the path (403)");

        for (int times = 0; times < 8; times++) {
            assertThat(keyring.read("firstfill/stranger/mexc").await().atMost(WAIT))
                    .isEqualTo(refused);
        }

        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);
    }

    @Test
    void theReasonOfOnePathIsNotToldOfAnother() {
        VaultKeyring keyring = keyring(
                Map.of("firstfill.trader.vault.timeout", "PT0.5S", "firstfill.trader.vault.guard.open-for", "PT60S"));
        vault.mode = Mode.HANGING;
        for (int times = 0; times < 5; times++) {
            read(keyring);
        }

        assertThat(keyring.read("firstfill/other/mexc").await().atMost(WAIT))
                .isEqualTo(
                        new KeyReading.Unreachable("it is not asked for some seconds, because its last calls failed"));
    }

    @Test
    void aVaultThatHangsIsSoonNotAsked() {
        VaultKeyring keyring = keyring(
                Map.of("firstfill.trader.vault.timeout", "PT0.5S", "firstfill.trader.vault.guard.open-for", "PT60S"));
        vault.mode = Mode.HANGING;
        for (int times = 0; times < 5; times++) {
            read(keyring);
        }
        await().atMost(WAIT).until(() -> vault.logins.get() == 5);

        // When it is read while the breaker is open
        KeyReading refused = read(keyring);

        // Then Vault was not asked, and the reason is still that it hangs
        assertThat(vault.logins).hasValue(5);
        assertThat(refused).isEqualTo(new KeyReading.Unreachable("it does not answer in time"));
    }

    @Test
    void aVaultThatIsWellAgainIsAskedAgain() {
        VaultKeyring keyring = keyring(Map.of("firstfill.trader.vault.guard.open-for", "PT1S"));
        vault.mode = Mode.SEALED;
        for (int times = 0; times < 5; times++) {
            read(keyring);
        }

        vault.mode = Mode.HEALTHY;

        await().atMost(WAIT).until(() -> read(keyring) instanceof KeyReading.Present);
    }

    @Test
    void theServiceAccountsTokenIsReadAnewForEachLoginByKubernetes(@TempDir Path directory) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "first-jwt");
        VaultClient client = builder()
                .kubernetes(VaultKubernetesAuthOptions.builder()
                        .role("trader-service")
                        .jwtTokenPath(token)
                        .caching(Duration.ofMinutes(5))
                        .build())
                .build();
        VaultKeyring keyring = new VaultKeyring(() -> client, settings(Map.of()));
        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);
        assertThat(vault.lastLogin).contains("first-jwt").contains("trader-service");

        Files.writeString(token, "second-jwt");
        vault.revokeTokens();

        assertThat(read(keyring)).isInstanceOf(KeyReading.Present.class);
        assertThat(vault.lastLogin).contains("second-jwt");
    }

    private static KeyReading read(VaultKeyring keyring) {
        return keyring.read("firstfill/paper/mexc").await().atMost(WAIT);
    }

    private VaultKeyring keyring(Map<String, String> values) {
        VaultClient client = builder().appRole("trader", "knock-knock").build();
        return new VaultKeyring(() -> client, settings(values));
    }

    private VaultClient.Builder builder() {
        return VaultClient.builder()
                .executor(new VertxVaultHttpClient(http))
                .baseUrl(vault.url())
                .requestTimeout(Duration.ofSeconds(45));
    }

    private static VaultSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(VaultSettings.class)
                // Longer than a busy machine takes to load the classes of the first reading.
                .withDefaultValue("firstfill.trader.vault.timeout", "PT60S")
                .withDefaultValues(values)
                .build()
                .getConfigMapping(VaultSettings.class);
    }
}

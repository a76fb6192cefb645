package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the stand-in can be sealed, hang, forget its tokens and be gone, as a real Vault can. */
@SuppressWarnings("NullAway.Init") // set before each test
class VaultFaultsTest {
    private static final String HEALTH = "/v1/sys/health";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private LocalSecrets secrets;
    private SecretsServer server;
    private String url;
    private VaultCalls vault;

    @BeforeEach
    void start(@TempDir Path directory) {
        secrets = LocalSecrets.in(directory, Clock.systemUTC(), List.of("paper"), Sealing.NONE);
        server = new SecretsServer(vertx, 0, secrets.store(), secrets.roles(), Clock.systemUTC());
        url = "http://127.0.0.1:"
                + server.start()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
        vault = new VaultCalls(url);
    }

    @AfterEach
    void stop() {
        vault.close();
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aSealedOneRefusesEverythingAndSaysSo() {
        String token = token();
        server.faults().seal();

        assertThat(vault.call("GET", "/v1/secret/data/firstfill/paper/mexc", token, null)
                        .status())
                .isEqualTo(503);
        assertThat(vault.login("a", "b").body().encode()).contains("Vault is sealed");
        assertThat(vault.call("GET", HEALTH, null, null).body().getBoolean("sealed"))
                .isTrue();

        server.faults().end();
        assertThat(vault.call("GET", "/v1/secret/data/firstfill/paper/mexc", token, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void oneThatHangsTakesTheRequestAndDoesNotAnswer() {
        server.faults().hang();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + HEALTH))
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);

        server.faults().end();
        assertThat(vault.call("GET", HEALTH, null, null).status()).isEqualTo(200);
    }

    @Test
    void revokedTokensAreDenied() {
        String token = token();

        server.revokeTokens();

        assertThat(vault.call("GET", "/v1/secret/data/firstfill/paper/mexc", token, null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void oneThatIsStoppedRefusesConnections() {
        server.stop().toCompletionStage().toCompletableFuture().join();

        assertThatThrownBy(() -> vault.call("GET", HEALTH, null, null)).hasCauseInstanceOf(ConnectException.class);
    }

    private String token() {
        return vault.login(secrets.trader().roleId(), secrets.trader().secretId())
                .body()
                .getJsonObject("auth")
                .getString("client_token");
    }
}

package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firstfill.local.secrets.VaultCalls.Response;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.quarkus.vault.client.http.jdk.JDKVaultHttpClient;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the trader and a rotation need of a Vault that is set up by {@code deploy/vault}: the same tests for a real one
 * and for the stand-in.
 */
@SuppressWarnings("NullAway.Init") // set before each test
abstract class VaultSuite {
    /** A role's login. */
    record Login(String roleId, String secretId) {}

    private final String environment = "e" + UUID.randomUUID().toString().substring(0, 8);
    private final String secret = "/v1/secret/data/firstfill/" + environment + "/mexc";
    private final String metadata = "/v1/secret/metadata/firstfill/" + environment + "/mexc";
    private final HttpClient http = HttpClient.newHttpClient();
    private VaultCalls vault;

    abstract String url();

    /** @param role trader-service or rotator */
    abstract Login login(String role);

    @BeforeEach
    final void connect() {
        vault = new VaultCalls(url());
    }

    @AfterEach
    final void disconnect() {
        vault.close();
        http.close();
    }

    @Test
    final void onlyTheTraderReadsWhatOnlyTheRotatorWrites() {
        String trader = token("trader-service");
        String rotator = token("rotator");
        String body = "{\"data\":{\"api-key\":\"k\",\"secret-key\":\"s\"}}";
        assertThat(vault.call("POST", secret, rotator, body).data().getInteger("version"))
                .isEqualTo(1);

        Response read = vault.call("GET", secret, trader, null);

        assertThat(read.data().getJsonObject("data").getString("secret-key")).isEqualTo("s");
        assertThat(read.data().getJsonObject("metadata").getInteger("version")).isEqualTo(1);
        assertThat(read.data().getJsonObject("metadata").getString("created_time"))
                .isNotEmpty();
        assertThat(List.of(
                        vault.call("GET", secret, rotator, null),
                        vault.call("GET", secret, "hvs.guess", null),
                        vault.call("GET", secret, null, null),
                        vault.call("POST", secret, trader, body)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    @Test
    final void thePolicyOfTheTraderCoversTheExchangePathAndNothingBeside() {
        String trader = token("trader-service");

        assertThat(vault.call("GET", secret, trader, null).status())
                .as("allowed, but absent")
                .isEqualTo(404);
        assertThat(List.of(
                        "/v1/secret/data/firstfill/a/b/mexc",
                        secret + "/more",
                        "/v1/secret/data/firstfill/ledger/postgres",
                        "/v1/secret/data/other",
                        metadata))
                .allSatisfy(
                        path -> assertThat(vault.call("GET", path, trader, null).status())
                                .as(path)
                                .isEqualTo(403));
    }

    @Test
    final void versionsAreKeptAndADeletedOneIsA404WithItsDates() {
        String rotator = token("rotator");
        String trader = token("trader-service");
        vault.call("POST", secret, rotator, "{\"data\":{\"secret-key\":\"one\"}}");
        vault.call("PUT", secret, rotator, "{\"options\":{\"cas\":1},\"data\":{\"secret-key\":\"two\"}}");
        Response stale =
                vault.call("POST", secret, rotator, "{\"options\":{\"cas\":1},\"data\":{\"secret-key\":\"three\"}}");
        assertThat(vault.call("DELETE", secret, rotator, null).status()).isEqualTo(204);

        Response newest = vault.call("GET", secret, trader, null);
        Response first = vault.call("GET", secret + "?version=1", trader, null);

        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.body().encode()).contains("check-and-set parameter did not match the current version");
        assertThat(newest.status()).isEqualTo(404);
        assertThat(newest.data().getJsonObject("metadata").getString("deletion_time"))
                .isNotEmpty();
        assertThat(first.data().getJsonObject("data").getString("secret-key")).isEqualTo("one");
        assertThat(vault.call("GET", metadata, rotator, null).data().getInteger("current_version"))
                .isEqualTo(2);
    }

    @Test
    final void aLoginGivesARenewableTokenThatCanBeRevoked() {
        Login login = login("trader-service");
        Response wrong = vault.login(login.roleId(), "wrong");
        JsonObject auth = vault.login(login.roleId(), login.secretId()).body().getJsonObject("auth");
        String token = auth.getString("client_token");

        Response renewed = vault.call("POST", "/v1/auth/token/renew-self", token, "{}");
        Response lookup = vault.call("GET", "/v1/auth/token/lookup-self", token, null);
        vault.call("POST", "/v1/auth/token/revoke-self", token, "{}");
        Response revoked = vault.call("GET", "/v1/auth/token/lookup-self", token, null);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(auth.getBoolean("renewable")).isTrue();
        assertThat(auth.getInteger("lease_duration")).isBetween(3590, 3600);
        assertThat(renewed.body().getJsonObject("auth").getInteger("lease_duration"))
                .isBetween(3590, 3600);
        assertThat(lookup.data().getInteger("ttl")).isBetween(3500, 3600);
        assertThat(revoked.status()).isEqualTo(403);
    }

    @Test
    final void theTradersClientReadsTheSecretAndLogsInAnewWhenItsTokenIsRevoked() {
        vault.call("POST", secret, token("rotator"), "{\"data\":{\"api-key\":\"k\",\"secret-key\":\"s\"}}");
        Login login = login("trader-service");
        VaultClient client = client(login);
        VaultSecretsKV2ReadSecretData first = read(client, "firstfill/" + environment + "/mexc");
        assertThat(first.getData()).isEqualTo(Map.of("api-key", "k", "secret-key", "s"));
        assertThat(first.getMetadata().getVersion()).isEqualTo(1);
        client.auth().token().revokeSelf().toCompletableFuture().join();

        assertThat(read(client, "firstfill/" + environment + "/mexc").getData()).isEqualTo(first.getData());
    }

    @Test
    final void theTradersClientTellsAnAbsentSecretFromADeniedPathAndARefusedLogin() {
        Login login = login("trader-service");

        assertThat(status(client(login), "firstfill/" + environment + "/mexc")).isEqualTo(404);
        assertThat(status(client(login), "other")).isEqualTo(403);
        assertThat(status(client(new Login(login.roleId(), "wrong")), "other")).isEqualTo(400);
    }

    private String token(String role) {
        Login login = login(role);
        return vault.login(login.roleId(), login.secretId())
                .body()
                .getJsonObject("auth")
                .getString("client_token");
    }

    private VaultClient client(Login login) {
        return VaultClient.builder()
                .executor(new JDKVaultHttpClient(http))
                .baseUrl(url())
                .appRole(login.roleId(), login.secretId())
                .build();
    }

    private static int status(VaultClient client, String path) {
        CompletionException failure = catchThrowableOfType(CompletionException.class, () -> read(client, path));
        return failure.getCause() instanceof VaultClientException answer ? answer.getStatus() : 0;
    }

    private static VaultSecretsKV2ReadSecretData read(VaultClient client, String path) {
        return client.secrets()
                .kv2("secret")
                .readSecret(path)
                .toCompletableFuture()
                .join();
    }
}

package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.secrets.Policy.Capability;
import io.firstfill.local.secrets.Policy.Rule;
import io.firstfill.local.secrets.VaultCalls.Response;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves the responses of the Vault API as documented, and FR-002: only the trader reads exchange credentials. */
class SecretsServerTest {
    private static final String PATH = "/v1/secret/data/firstfill/paper/mexc";
    private static final Policy READS =
            new Policy("trader", List.of(new Rule("secret/data/firstfill/+/mexc", Set.of(Capability.READ))));
    private static final Policy WRITES = new Policy(
            "rotator",
            List.of(
                    new Rule("secret/data/firstfill/+/mexc", Set.of(Capability.WRITE, Capability.DELETE)),
                    new Rule("secret/metadata/firstfill/*", Set.of(Capability.READ, Capability.DELETE))));
    private static final List<AppRole> ROLES = List.of(
            new AppRole("trader", "trader-role", "trader-secret", READS),
            new AppRole("rotator", "rotator-role", "rotator-secret", WRITES));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final Vertx vertx = Vertx.vertx();

    @SuppressWarnings("NullAway.Init") // set before each test
    private VaultCalls vault;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @BeforeEach
    void start() {
        int port = new SecretsServer(vertx, 0, new SecretStore(directory.resolve("vault.json")), ROLES, now::get)
                .start()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        vault = new VaultCalls("http://127.0.0.1:" + port);
    }

    @AfterEach
    void stop() {
        vault.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void onlyTheTraderReadsWhatOnlyTheRotatorWrites() {
        // Given a credential written by the rotator
        String rotator = login("rotator");
        Response written = call("POST", PATH, rotator, "{\"data\":{\"apiKey\":\"k\",\"secret\":\"s\"}}");
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.body().getJsonObject("data").getInteger("version")).isEqualTo(1);

        // When each role reads it, and so do callers with a guessed token and without a token
        Response trader = call("GET", PATH, login("trader"), null);
        Response writer = call("GET", PATH, rotator, null);
        Response guessed = call("GET", PATH, "hvs.guess", null);
        Response anonymous = call("GET", PATH, null, null);

        // Then only the trader gets it, with its version and time
        assertThat(trader.status()).isEqualTo(200);
        assertThat(trader.body().getJsonObject("data").getJsonObject("data").getString("secret"))
                .isEqualTo("s");
        assertThat(trader.body().getJsonObject("data").getJsonObject("metadata"))
                .isEqualTo(new JsonObject()
                        .put("created_time", "2026-01-02T03:04:05Z")
                        .put("custom_metadata", null)
                        .put("deletion_time", "")
                        .put("destroyed", false)
                        .put("version", 1));
        assertThat(List.of(writer, guessed, anonymous)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body().encode()).isEqualTo("{\"errors\":[\"permission denied\"]}");
        });
    }

    @Test
    void aPolicyCoversOneSegmentAndNothingBeside() {
        String trader = login("trader");
        assertThat(call("GET", "/v1/secret/data/firstfill/live/mexc", trader, null)
                        .status())
                .as("allowed, but absent")
                .isEqualTo(404);
        assertThat(List.of(
                        "/v1/secret/data/firstfill/a/b/mexc",
                        "/v1/secret/data/firstfill/paper/mexc/more",
                        "/v1/secret/data/other",
                        "/v1/secret/metadata/firstfill/paper/mexc"))
                .allSatisfy(path ->
                        assertThat(call("GET", path, trader, null).status()).isEqualTo(403));
        assertThat(call("POST", PATH, trader, "{\"data\":{}}").status()).isEqualTo(403);
    }

    @Test
    void versionsAreKeptAndADeletedOneIsA404WithItsDates() {
        // Given two versions, the second deleted
        String rotator = login("rotator");
        String trader = login("trader");
        call("POST", PATH, rotator, "{\"data\":{\"secret\":\"one\"}}");
        call("PUT", PATH, rotator, "{\"options\":{\"cas\":1},\"data\":{\"secret\":\"two\"}}");
        Response stale = call("POST", PATH, rotator, "{\"options\":{\"cas\":1},\"data\":{\"secret\":\"three\"}}");
        assertThat(call("DELETE", PATH, rotator, null).status()).isEqualTo(204);

        // When the newest and the first are read
        Response newest = call("GET", PATH, trader, null);
        Response first = call("GET", PATH + "?version=1", trader, null);
        Response metadata = call("GET", "/v1/secret/metadata/firstfill/paper/mexc", rotator, null);

        // Then check-and-set held, the newest has dates and no data, and the first is unchanged
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.body().encode()).contains("check-and-set parameter did not match the current version");
        assertThat(newest.status()).isEqualTo(404);
        assertThat(newest.body().getJsonObject("data").getJsonObject("metadata").getString("deletion_time"))
                .isNotEmpty();
        assertThat(first.body().getJsonObject("data").getJsonObject("data").getString("secret"))
                .isEqualTo("one");
        assertThat(metadata.body().getJsonObject("data").getInteger("current_version"))
                .isEqualTo(2);
        assertThat(call("GET", "/v1/secret/data/firstfill/none/mexc", trader, null)
                        .body()
                        .encode())
                .isEqualTo("{\"errors\":[]}");
    }

    @Test
    void aLoginGivesARenewableTokenThatExpires() {
        // Given a login, and one with a wrong secret
        Response login = call("POST", "/v1/auth/approle/login", null, credentials("trader", "trader-secret"));
        Response wrong = call("POST", "/v1/auth/approle/login", null, credentials("trader", "rotator-secret"));
        JsonObject auth = login.body().getJsonObject("auth");
        String token = auth.getString("client_token");

        // When it is renewed shortly before its expiry, and then not used for two hours
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(59)));
        Response renewed = call("POST", "/v1/auth/token/renew-self", token, "{}");
        Response lookup = call("GET", "/v1/auth/token/lookup-self", token, null);
        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
        Response late = call("GET", "/v1/auth/token/lookup-self", token, null);

        // Then the renewed token was valid from the time of the renewal, and the expired token is refused
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().encode()).isEqualTo("{\"errors\":[\"invalid role or secret ID\"]}");
        assertThat(auth.getBoolean("renewable")).isTrue();
        assertThat(auth.getInteger("lease_duration")).isEqualTo(3600);
        assertThat(renewed.body().getJsonObject("auth").getInteger("lease_duration"))
                .isEqualTo(3600);
        assertThat(lookup.body().getJsonObject("data").getInteger("ttl")).isEqualTo(3600);
        assertThat(late.status()).isEqualTo(403);
    }

    @Test
    void secretsSurviveARestartInAFileThatOnlyItsOwnerReads() throws Exception {
        // Given a stored secret
        call("POST", PATH, login("rotator"), "{\"data\":{\"secret\":\"kept\"}}");
        Path file = directory.resolve("vault.json");

        // When another server opens the same file
        SecretStore reopened = new SecretStore(file);

        // Then the secret is there, and no other user may read the file
        assertThat(reopened.read("firstfill/paper/mexc")).contains(new JsonObject().put("secret", "kept"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ROLES.toString()).doesNotContain("trader-secret");
    }

    private String login(String role) {
        return call("POST", "/v1/auth/approle/login", null, credentials(role, role + "-secret"))
                .body()
                .getJsonObject("auth")
                .getString("client_token");
    }

    private static String credentials(String role, String secret) {
        return new JsonObject()
                .put("role_id", role + "-role")
                .put("secret_id", secret)
                .encode();
    }

    private Response call(String method, String path, @Nullable String token, @Nullable String body) {
        return vault.call(method, path, token, body);
    }
}

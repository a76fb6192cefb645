package io.firstfill.local.credential;

import io.firstfill.local.config.Ports;
import io.firstfill.local.secrets.AppRole;
import io.firstfill.local.secrets.LocalSecrets;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;

/** Writes a key to a path of the KV v2 engine, of the stand-in or of a real Vault: both speak the same API. */
final class SecretWriter {
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final URI vault;
    private final String mount;
    private final String path;
    private final Supplier<String> token;

    SecretWriter(HttpClient client, URI vault, String mount, String path, Supplier<String> token) {
        this.client = client;
        this.vault = vault;
        this.mount = mount;
        this.path = path;
        this.token = token;
    }

    /**
     * Logs in to the stand-in by the role that may only write, to a Vault elsewhere by {@code VAULT_TOKEN}.
     *
     * @throws NotStoredException when there is nothing to log in with
     */
    static SecretWriter of(CredentialOptions options, Map<String, String> variables) {
        URI elsewhere = options.vault();
        if (elsewhere != null) {
            String token = variables.getOrDefault("VAULT_TOKEN", "");
            if (token.isBlank()) {
                throw new NotStoredException("--vault needs the variable VAULT_TOKEN. Nothing was stored.");
            }
            return new SecretWriter(
                    Http.trusting(options.ca()), elsewhere, options.mount(), options.vaultPath(), () -> token);
        }
        URI standIn = URI.create(Ports.localUrl(options.ports().secrets()));
        AppRole rotator = LocalSecrets.rotatorOf(options.state().resolve("secrets"))
                .orElseThrow(() -> new NotStoredException("There is no stack in " + options.state()
                        + ": start it by deploy/up, or name its --state. Nothing was stored."));
        return new SecretWriter(
                Http.trusting(null), standIn, options.mount(), options.vaultPath(), () -> login(standIn, rotator));
    }

    String path() {
        return path;
    }

    /**
     * Adds a version and returns its number.
     *
     * @throws NotStoredException when the key was certainly not stored
     * @throws UnknownOutcomeException when the key was sent and no answer says what became of it
     */
    int write(char[] apiKey, char[] secretKey) {
        return write(
                new JsonObject().put("api-key", String.valueOf(apiKey)).put("secret-key", String.valueOf(secretKey)));
    }

    /** Adds a version with the fields and returns its number; fails as the other does. */
    int write(JsonObject data) {
        HttpRequest.Builder request = HttpRequest.newBuilder(vault.resolve("/v1/" + mount + "/data/" + path))
                .header("X-Vault-Token", token.get())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("data", data).encode()));
        HttpResponse<String> answer = sent(request);
        if (answer.statusCode() >= SERVER_ERROR) {
            throw unknown("the vault answered " + answer.statusCode());
        }
        return data(answer, "data").getInteger("version", 0);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return Http.send(client, request);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException) {
                throw new NotStoredException("The vault cannot be connected to. Nothing was stored.");
            }
            throw unknown(String.valueOf(e.getMessage()));
        }
    }

    private static UnknownOutcomeException unknown(String what) {
        return new UnknownOutcomeException(
                "It is not known whether the key was stored (" + what + "): ask by deploy/secret status in a minute.");
    }

    private static String login(URI vault, AppRole role) {
        JsonObject ids = new JsonObject().put("role_id", role.roleId()).put("secret_id", role.secretId());
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(vault.resolve("/v1/auth/approle/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ids.encode())));
        return data(answer, "auth").getString("client_token", "");
    }

    /** An answer's body may hold what was sent: only its status is told. */
    private static JsonObject data(HttpResponse<String> answer, String field) {
        if (answer.statusCode() != OK) {
            throw new NotStoredException("The vault answered " + answer.statusCode() + " to "
                    + answer.uri().getPath() + ". Nothing was stored.");
        }
        try {
            return new JsonObject(answer.body()).getJsonObject(field, new JsonObject());
        } catch (DecodeException e) {
            throw new NotStoredException("What answers at " + answer.uri().getAuthority() + " is no Vault.");
        }
    }
}

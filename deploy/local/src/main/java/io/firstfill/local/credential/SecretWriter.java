package io.firstfill.local.credential;

import io.firstfill.local.config.Ports;
import io.firstfill.local.secrets.AppRole;
import io.firstfill.local.secrets.LocalSecrets;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;

/** Writes a key to a path of the KV v2 engine, of the stand-in or of a real Vault: both speak the same API. */
final class SecretWriter {
    private static final int OK = 200;

    private final URI vault;
    private final String path;
    private final Supplier<String> token;

    SecretWriter(URI vault, String path, Supplier<String> token) {
        this.vault = vault;
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
            return new SecretWriter(elsewhere, options.vaultPath(), () -> token);
        }
        URI standIn = URI.create(Ports.localUrl(options.ports().secrets()));
        AppRole rotator = LocalSecrets.rotatorOf(options.state().resolve("secrets"))
                .orElseThrow(() -> new NotStoredException("There is no stack in " + options.state()
                        + ": start it by deploy/up, or name its --state. Nothing was stored."));
        return new SecretWriter(standIn, options.vaultPath(), () -> login(standIn, rotator));
    }

    String path() {
        return path;
    }

    /** Adds a version and returns its number. */
    int write(char[] apiKey, char[] secretKey) {
        JsonObject data =
                new JsonObject().put("api-key", String.valueOf(apiKey)).put("secret-key", String.valueOf(secretKey));
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(vault.resolve("/v1/secret/data/" + path))
                .header("X-Vault-Token", token.get())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("data", data).encode())));
        return data(answer, "data").getInteger("version", 0);
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

package io.firstfill.local.secrets;

import io.firstfill.local.secrets.Policy.Capability;
import io.firstfill.local.secrets.Policy.Rule;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The secrets and roles of the local stack, generated on the first start and kept in the state directory.
 *
 * @param trader the only role that may read exchange credentials
 * @param rotator the role that may write exchange credentials and cannot read what it wrote
 */
public record LocalSecrets(SecretStore store, AppRole trader, AppRole rotator) {
    /** The only environment of the local stack. */
    public static final String ENVIRONMENT = "paper";

    /** The path of the exchange credentials below the KV v2 mount. */
    public static final String CREDENTIALS = "firstfill/" + ENVIRONMENT + "/mexc";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Policy READ_CREDENTIALS = new Policy(
            "firstfill-trader",
            List.of(
                    new Rule("secret/data/firstfill/+/mexc", Set.of(Capability.READ)),
                    new Rule("secret/metadata/firstfill/+/mexc", Set.of(Capability.READ))));
    private static final Policy ROTATE_CREDENTIALS = new Policy(
            "firstfill-rotator",
            List.of(
                    new Rule("secret/data/firstfill/+/mexc", EnumSet.of(Capability.WRITE, Capability.DELETE)),
                    new Rule("secret/metadata/firstfill/+/mexc", EnumSet.of(Capability.READ, Capability.DELETE))));

    /** Opens the secrets in a directory and generates what is missing there. */
    public static LocalSecrets in(Path directory, InstantSource time) {
        SecretStore store = new SecretStore(directory.resolve("vault.json"));
        SecretStore roles = new SecretStore(directory.resolve("roles.json"));
        if (store.read(CREDENTIALS).isEmpty()) {
            store.write(CREDENTIALS, newCredentials(), time.instant());
        }
        return new LocalSecrets(
                store, role(roles, "trader", READ_CREDENTIALS, time), role(roles, "rotator", ROTATE_CREDENTIALS, time));
    }

    private static JsonObject newCredentials() {
        return new JsonObject().put("api-key", "mx0" + random(16)).put("secret-key", random(32));
    }

    /** The current exchange credentials: {@code api-key} and {@code secret-key}. */
    public JsonObject credentials() {
        return store.read(CREDENTIALS).orElseThrow();
    }

    /** Writes a new version of the exchange credentials. */
    public void rotate(String apiKey, String secret, Instant now) {
        store.write(CREDENTIALS, new JsonObject().put("api-key", apiKey).put("secret-key", secret), now);
    }

    public List<AppRole> roles() {
        return List.of(trader, rotator);
    }

    private static AppRole role(SecretStore roles, String name, Policy policy, InstantSource time) {
        if (roles.read(name).isEmpty()) {
            JsonObject generated = new JsonObject().put("role_id", random(16)).put("secret_id", random(24));
            roles.write(name, generated, time.instant());
        }
        JsonObject ids = roles.read(name).orElseThrow();
        return new AppRole(name, ids.getString("role_id"), ids.getString("secret_id"), policy);
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}

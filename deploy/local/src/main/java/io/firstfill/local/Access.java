package io.firstfill.local;

import io.firstfill.local.secrets.AppRole;
import io.firstfill.local.secrets.Policy;
import io.firstfill.local.secrets.Policy.Capability;
import io.firstfill.local.secrets.Policy.Rule;
import io.firstfill.local.secrets.SecretStore;
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
 * Who may use which secret. Generated on the first start and kept with the state.
 *
 * @param trader the only role that may read exchange credentials
 * @param rotator may write them and cannot read what it wrote
 */
record Access(SecretStore store, AppRole trader, AppRole rotator) {
    static final String ENVIRONMENT = "paper";
    static final String CREDENTIALS = "firstfill/" + ENVIRONMENT + "/mexc";

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

    static Access in(Path directory, InstantSource time) {
        SecretStore store = new SecretStore(directory.resolve("vault.json"));
        SecretStore roles = new SecretStore(directory.resolve("roles.json"));
        if (store.read(CREDENTIALS).isEmpty()) {
            store.write(CREDENTIALS, newCredentials(), time.instant());
        }
        return new Access(
                store, role(roles, "trader", READ_CREDENTIALS, time), role(roles, "rotator", ROTATE_CREDENTIALS, time));
    }

    static JsonObject newCredentials() {
        return new JsonObject().put("api-key", "mx0" + random(16)).put("secret-key", random(32));
    }

    /** The exchange account as it is to be opened at the simulator. */
    JsonObject credentials() {
        return store.read(CREDENTIALS).orElseThrow();
    }

    void rotate(String apiKey, String secret, Instant now) {
        store.write(CREDENTIALS, new JsonObject().put("api-key", apiKey).put("secret-key", secret), now);
    }

    List<AppRole> roles() {
        return List.of(trader, rotator);
    }

    private static AppRole role(SecretStore kept, String name, Policy policy, InstantSource time) {
        if (kept.read(name).isEmpty()) {
            JsonObject fresh = new JsonObject().put("role_id", random(16)).put("secret_id", random(24));
            kept.write(name, fresh, time.instant());
        }
        JsonObject ids = kept.read(name).orElseThrow();
        return new AppRole(name, ids.getString("role_id"), ids.getString("secret_id"), policy);
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}

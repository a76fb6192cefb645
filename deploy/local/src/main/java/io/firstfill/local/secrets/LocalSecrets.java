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
import java.util.Optional;
import java.util.Set;

/**
 * The secrets and roles of the local stack, generated on the first start and kept in the state directory.
 *
 * @param trader the only role that may read exchange credentials
 * @param ledger the only role that may read the secrets of notifications
 * @param rotator the role that may write secrets and cannot read what it wrote
 */
public record LocalSecrets(SecretStore store, AppRole trader, AppRole ledger, AppRole rotator) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The policies of {@code deploy/vault/policies}. */
    static final Policy READ_CREDENTIALS = new Policy(
            "firstfill-trader-service", List.of(new Rule("secret/data/firstfill/+/mexc", Set.of(Capability.READ))));

    /** The database of the local stack has its passwords from the launcher. */
    static final Policy READ_NOTIFICATIONS = new Policy(
            "firstfill-ledger-service",
            List.of(
                    new Rule("secret/data/firstfill/ledger/postgres", Set.of(Capability.READ)),
                    new Rule("secret/data/firstfill/+/notifications/+", Set.of(Capability.READ))));

    static final Policy ROTATE_CREDENTIALS = new Policy(
            "firstfill-rotator",
            List.of(
                    new Rule("secret/data/firstfill/+/mexc", EnumSet.of(Capability.WRITE, Capability.DELETE)),
                    new Rule("secret/metadata/firstfill/+/mexc", EnumSet.of(Capability.READ, Capability.DELETE)),
                    new Rule(
                            "secret/data/firstfill/+/notifications/+", EnumSet.of(Capability.WRITE, Capability.DELETE)),
                    new Rule(
                            "secret/metadata/firstfill/+/notifications/+",
                            EnumSet.of(Capability.READ, Capability.DELETE))));

    /**
     * Opens the secrets in a directory and generates what is missing there. Where the secrets are sealed the roles
     * that read are generated anew at each start and kept in memory: nothing in the directory reads a secret then.
     *
     * @param environments those that need generated exchange credentials
     * @throws IllegalArgumentException when the secrets were sealed otherwise
     */
    public static LocalSecrets in(Path directory, InstantSource time, List<String> environments, Sealing sealing) {
        SecretStore store = new SecretStore(directory.resolve("vault" + sealing.suffix()), sealing);
        SecretStore roles = roles(directory);
        for (String environment : environments) {
            if (store.read(path(environment)).isEmpty()) {
                store.write(path(environment), newCredentials(), time.instant());
            }
        }
        AppRole trader = reader("trader", READ_CREDENTIALS, roles, time, sealing);
        AppRole ledger = reader("ledger", READ_NOTIFICATIONS, roles, time, sealing);
        return new LocalSecrets(store, trader, ledger, role(roles, "rotator", ROTATE_CREDENTIALS, time));
    }

    private static AppRole reader(String name, Policy policy, SecretStore roles, InstantSource time, Sealing sealing) {
        return sealing.encrypts() ? role(name, newRole(), policy) : role(roles, name, policy, time);
    }

    /** The role that may write exchange credentials of the stack with this directory; empty before its first start. */
    public static Optional<AppRole> rotatorOf(Path directory) {
        return roles(directory).read("rotator").map(ids -> role("rotator", ids, ROTATE_CREDENTIALS));
    }

    private static SecretStore roles(Path directory) {
        return new SecretStore(directory.resolve("roles.json"));
    }

    private static JsonObject newCredentials() {
        return new JsonObject().put("api-key", "mx0" + random(16)).put("secret-key", random(32));
    }

    /** The path of an environment's exchange credentials below the KV v2 mount. */
    public static String path(String environment) {
        return "firstfill/" + environment + "/mexc";
    }

    /** The current exchange credentials of an environment: {@code api-key} and {@code secret-key}. */
    public JsonObject credentials(String environment) {
        return store.read(path(environment)).orElseThrow();
    }

    /** Writes a new version of an environment's exchange credentials. */
    public void rotate(String environment, String apiKey, String secret, Instant now) {
        store.write(path(environment), new JsonObject().put("api-key", apiKey).put("secret-key", secret), now);
    }

    public List<AppRole> roles() {
        return List.of(trader, ledger, rotator);
    }

    private static AppRole role(SecretStore roles, String name, Policy policy, InstantSource time) {
        if (roles.read(name).isEmpty()) {
            roles.write(name, newRole(), time.instant());
        }
        return role(name, roles.read(name).orElseThrow(), policy);
    }

    private static JsonObject newRole() {
        return new JsonObject().put("role_id", random(16)).put("secret_id", random(24));
    }

    private static AppRole role(String name, JsonObject ids, Policy policy) {
        return new AppRole(name, ids.getString("role_id"), ids.getString("secret_id"), policy);
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}

package io.firstfill.local.component;

import io.firstfill.local.config.StartFailedException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The variables by which trader and ledger reach a Vault elsewhere. A component inherits nothing of the launcher's
 * variables: those about Vault are passed on here.
 *
 * @param given the launcher's variables
 */
record VaultVariables(URI vault, Map<String, String> given) {
    private static final String LOGIN = "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_";

    /** @throws StartFailedException when there is nothing to log in with */
    Map<String, String> ofTrader() {
        Map<String, String> variables = new HashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith("QUARKUS_VAULT_TLS_") || name.startsWith("FIRSTFILL_TRADER_VAULT_")) {
                variables.put(name, value);
            }
        });
        variables.put("QUARKUS_VAULT_URL", vault.toString());
        variables.put(LOGIN + "ROLE_ID", login("ROLE_ID"));
        variables.put(LOGIN + "SECRET_ID", login("SECRET_ID"));
        return variables;
    }

    /** Returns nothing where the ledger has no login of its own: then no notification is delivered. */
    Map<String, String> ofLedger() {
        String role = given.getOrDefault("FIRSTFILL_LEDGER_VAULT_ROLE_ID", "");
        String secret = given.getOrDefault("FIRSTFILL_LEDGER_VAULT_SECRET_ID", "");
        if (role.isBlank() || secret.isBlank()) {
            return Map.of();
        }
        Map<String, String> variables = new HashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith("QUARKUS_VAULT_TLS_") || name.equals("FIRSTFILL_NOTIFICATIONS_MOUNT")) {
                variables.put(name, value);
            }
        });
        variables.put("QUARKUS_VAULT_URL", vault.toString());
        variables.put(LOGIN + "ROLE_ID", role);
        variables.put(LOGIN + "SECRET_ID", secret);
        return variables;
    }

    private String login(String id) {
        return Stream.of("FIRSTFILL_VAULT_" + id, LOGIN + id)
                .map(name -> given.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new StartFailedException("--vault needs the variables FIRSTFILL_VAULT_ROLE_ID and"
                        + " FIRSTFILL_VAULT_SECRET_ID, or those that deploy/vault/setup credentials writes, by which"
                        + " the trader logs in."));
    }
}

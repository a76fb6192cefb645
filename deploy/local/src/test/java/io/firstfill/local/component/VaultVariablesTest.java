package io.firstfill.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.config.StartFailedException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proves what of the launcher's variables reaches the trader of a stack with a Vault elsewhere. */
class VaultVariablesTest {
    private static final URI VAULT = URI.create("https://vault.example:8200");

    @Test
    void whatIsSetAboutVaultReachesTheTraderAndNothingElseDoes() {
        Map<String, String> variables = variables(Map.of(
                "FIRSTFILL_VAULT_ROLE_ID", "role",
                "FIRSTFILL_VAULT_SECRET_ID", "secret",
                "QUARKUS_VAULT_TLS_CA_CERT", "/etc/vault.pem",
                "FIRSTFILL_TRADER_VAULT_MOUNT", "kv",
                "VAULT_TOKEN", "token",
                "FIRSTFILL_TRADER_CREDENTIAL_INTERVAL", "1S"));

        assertThat(variables)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "QUARKUS_VAULT_URL", "https://vault.example:8200",
                        "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID", "role",
                        "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID", "secret",
                        "QUARKUS_VAULT_TLS_CA_CERT", "/etc/vault.pem",
                        "FIRSTFILL_TRADER_VAULT_MOUNT", "kv"));
    }

    @Test
    void theFileThatTheSetUpWritesLogsTheTraderIn() {
        Map<String, String> given = new HashMap<>(Map.of(
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID", "role",
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID", "secret"));

        assertThat(variables(given)).containsAllEntriesOf(given);

        given.remove("QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID");
        assertThatThrownBy(() -> variables(given))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("--vault needs the variables");
    }

    @Test
    void theLedgerLogsInByItsOwnRoleAndNeverByTheTraders() {
        Map<String, String> traders = Map.of(
                "FIRSTFILL_VAULT_ROLE_ID", "role",
                "FIRSTFILL_VAULT_SECRET_ID", "secret",
                "QUARKUS_VAULT_TLS_CA_CERT", "/etc/vault.pem");
        Map<String, String> both = new HashMap<>(traders);
        both.put("FIRSTFILL_LEDGER_VAULT_ROLE_ID", "ledger");
        both.put("FIRSTFILL_LEDGER_VAULT_SECRET_ID", "its secret");

        assertThat(new VaultVariables(VAULT, traders).ofLedger()).isEmpty();
        assertThat(new VaultVariables(VAULT, both).ofLedger())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "QUARKUS_VAULT_URL", "https://vault.example:8200",
                        "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID", "ledger",
                        "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID", "its secret",
                        "QUARKUS_VAULT_TLS_CA_CERT", "/etc/vault.pem"));
    }

    private static Map<String, String> variables(Map<String, String> given) {
        return new VaultVariables(VAULT, given).ofTrader();
    }
}

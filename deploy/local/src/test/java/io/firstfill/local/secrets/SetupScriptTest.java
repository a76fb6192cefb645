package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves what {@code deploy/vault/setup} commands, with a {@code vault} command that records its arguments and input:
 * it changes nothing twice, narrows the policies, and shows no secret.
 */
@SuppressWarnings("NullAway.Init") // set by JUnit
class SetupScriptTest {
    private static final Path SETUP =
            Path.of("..", "vault", "setup").toAbsolutePath().normalize();

    private record Ended(int exitCode, String output) {}

    @TempDir
    Path directory;

    private Path calls;

    @BeforeEach
    void recordCalls() throws IOException {
        calls = directory.resolve("calls");
        Files.createFile(calls);
        vault("""
            case "$*" in
              *"list -format=json"*) echo '{' ; cat "$0.enabled" 2>/dev/null ; echo '}' ;;
              *"sys/mounts/secret"*) echo '  "version": "2"' ;;
              *role-id*) echo the-role-id ;;
              *secret-id*) echo the-secret-id ;;
            esac\
            """);
    }

    @Test
    void whatIsEnabledIsNotEnabledAgain() throws IOException {
        assertThat(setup("policies").exitCode()).isZero();
        assertThat(setup("approle").exitCode()).isZero();
        assertThat(Files.readString(calls))
                .contains("secrets enable -path=secret -version=2 kv", "auth enable approle");
        Files.writeString(calls, "");
        Files.writeString(directory.resolve("vault.enabled"), "  \"secret/\": {\n  \"approle/\": {\n");

        assertThat(setup("policies").output()).contains("secret/ is a KV v2 engine");
        assertThat(setup("approle").exitCode()).isZero();

        assertThat(Files.readString(calls))
                .doesNotContain("enable ")
                .contains("policy write firstfill-trader-service -");
    }

    @Test
    void withNamesTraderAndLedgerReadTheseEnvironmentsAlone() throws IOException {
        assertThat(setup("policies", "paper", "tokyo").exitCode()).isZero();

        assertThat(Files.readString(calls))
                .contains(
                        "path \"secret/data/firstfill/paper/mexc\"",
                        "path \"secret/data/firstfill/tokyo/mexc\"",
                        "path \"secret/data/firstfill/paper/notifications/+\"",
                        "path \"secret/data/firstfill/tokyo/notifications/+\"")
                .containsOnlyOnce("path \"secret/data/firstfill/ledger/postgres\"")
                .doesNotContain("path \"secret/data/firstfill/+");
    }

    @Test
    void aNameThatWouldWidenAPolicyIsRefused() throws IOException {
        Ended ended = setup("policies", "+");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("+ is not the name of an environment");
        assertThat(Files.readString(calls)).isEmpty();
    }

    @Test
    void aPodLogsInByItsOwnServiceAccountAloneWithAnAudience() throws IOException {
        assertThat(setup("kubernetes", "money").exitCode()).isZero();

        assertThat(Files.readString(calls))
                .contains("write auth/kubernetes/role/trader-service bound_service_account_names=trader-service"
                        + " bound_service_account_namespaces=money audience=vault"
                        + " token_policies=firstfill-trader-service token_ttl=1h token_max_ttl=24h")
                .doesNotContain("role/rotator", "control-service", "scanner-service", "risk-service");
    }

    @Test
    void aLoginGoesIntoAFileOfItsOwnerAndIsNotShown() throws IOException {
        Path file = directory.resolve("trader.env");

        Ended ended = setup("credentials", "trader-service", file.toString());

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).doesNotContain("the-role-id", "the-secret-id");
        assertThat(Files.readString(calls)).doesNotContain("the-secret-id");
        assertThat(Files.readString(file)).isEqualTo("""
            QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID=the-role-id
            QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID=the-secret-id
            """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(setup("credentials", "trader-service", file.toString()).output())
                .contains("exists; give a file that does not");
    }

    private void vault(String answers) throws IOException {
        Path command = directory.resolve("vault");
        Files.writeString(command, """
            #!/bin/sh
            echo "$*" >>"%s"
            case "$*" in *" -") cat >>"%s" ;; esac
            %s
            """.formatted(calls, calls, answers));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    private Ended setup(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", SETUP.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", directory.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), output);
    }
}

package io.firstfill.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.container.Containers;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * Proves that a real Vault, set up by {@code deploy/vault/setup}, passes the suite. Runs where Docker is present, and
 * is skipped elsewhere.
 */
@SuppressWarnings({"NullAway.Init", "resource"}) // set before the tests, closed after them
class RealVaultTest extends VaultSuite {
    private static final int PORT = 8200;
    private static final String SETUP = "/firstfill/setup";
    private static GenericContainer<?> vault;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Containers.inUse(), Containers::why);
        vault = new GenericContainer<>(Containers.VAULT)
                .withExposedPorts(PORT)
                .withEnv("VAULT_DEV_ROOT_TOKEN_ID", "for-this-test")
                .withEnv("VAULT_TOKEN", "for-this-test")
                .withEnv("VAULT_ADDR", "http://127.0.0.1:" + PORT)
                .withCopyFileToContainer(MountableFile.forHostPath(Path.of("..", "vault")), "/firstfill")
                .waitingFor(Wait.forHttp("/v1/sys/health"));
        vault.start();
        for (String command : new String[] {"policies", "policies", "approle", "approle"}) {
            ExecResult done = vault.execInContainer("sh", SETUP, command);
            assertThat(done.getExitCode()).as(done.getStderr()).isZero();
        }
    }

    @AfterAll
    static void stop() {
        if (vault != null) {
            vault.stop();
        }
    }

    @Override
    String url() {
        return "http://" + vault.getHost() + ":" + vault.getMappedPort(PORT);
    }

    @Override
    Login login(String role) {
        try {
            String file = "/tmp/" + role + "-" + System.nanoTime();
            ExecResult written = vault.execInContainer("sh", SETUP, "credentials", role, file);
            assertThat(written.getExitCode()).as(written.getStderr()).isZero();
            Properties login = new Properties();
            login.load(new StringReader(vault.execInContainer("cat", file).getStdout()));
            String secretId = login.getProperty("QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID");
            assertThat(written.getStdout()).doesNotContain(secretId);
            return new Login(login.getProperty("QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID"), secretId);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

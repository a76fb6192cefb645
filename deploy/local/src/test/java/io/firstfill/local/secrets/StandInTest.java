package io.firstfill.local.secrets;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the stand-in answers as a real Vault does, with the roles of the local stack. */
@SuppressWarnings("NullAway.Init") // set before the tests
class StandInTest extends VaultSuite {
    private static final Vertx VERTX = Vertx.vertx();
    private static LocalSecrets secrets;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path directory) {
        secrets = LocalSecrets.in(directory, Clock.systemUTC(), List.of(), Sealing.NONE);
        port = new SecretsServer(VERTX, 0, secrets.store(), secrets.roles(), Clock.systemUTC())
                .start()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    Login login(String role) {
        AppRole login = role.equals("rotator") ? secrets.rotator() : secrets.trader();
        return new Login(login.roleId(), login.secretId());
    }
}

package io.firstfill.local.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that "Nothing was stored" is said only where that is certain. */
class SecretWriterTest {
    private static final String SECRET = "45d0b3c26f2644f19bfb98b07741b2f5";

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer vault;

    /** 0 to close the connection without an answer. */
    private volatile int status;

    @BeforeEach
    void start() throws IOException {
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/v1/kv/team/data/firstfill/live/mexc", this::answer);
        vault.start();
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 502, 503, 504})
    void whatMayHaveBeenStoredIsNotSaidToBeNot(int answered) {
        status = answered;

        assertThatThrownBy(this::write)
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageStartingWith("It is not known whether the key was stored (")
                .hasMessageContaining("deploy/secret status")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void theKeyGoesToTheEngineThatIsNamed() {
        status = 200;

        assertThat(writer().write("mx0key".toCharArray(), SECRET.toCharArray())).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429})
    void aRefusalStoresNothing(int answered) {
        status = answered;

        assertThatThrownBy(this::write)
                .isInstanceOf(NotStoredException.class)
                .hasMessageEndingWith("Nothing was stored.");
    }

    @Test
    void aVaultThatIsNotThereStoresNothing() {
        vault.stop(0);

        assertThatThrownBy(this::write)
                .isInstanceOf(NotStoredException.class)
                .hasMessageEndingWith("Nothing was stored.");
    }

    private void write() {
        writer().write("mx0key".toCharArray(), SECRET.toCharArray());
    }

    private SecretWriter writer() {
        URI address = URI.create("http://127.0.0.1:" + vault.getAddress().getPort());
        return new SecretWriter(Http.trusting(null), address, "kv/team", "firstfill/live/mexc", () -> "token");
    }

    private void answer(HttpExchange call) throws IOException {
        call.getRequestBody().readAllBytes();
        if (status == 200) {
            byte[] version = "{\"data\":{\"version\":7}}".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, version.length);
            call.getResponseBody().write(version);
        } else if (status > 0) {
            call.sendResponseHeaders(status, -1);
        }
        call.close();
    }
}

package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.testkit.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the MEXC port speaks https and wss by a certificate of its own authority, and the control port http. */
class TlsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void whoTrustsTheAuthorityIsAnsweredAndWhoDoesNotIsNot() throws Exception {
        CertificateAuthority authority = CertificateAuthority.in(directory, "localhost");
        SimulatorOptions options = SimulatorOptions.fromArguments(
                List.of("--mexc-port=0", "--control-port=0", "--certificate=" + authority.keyStore()));
        try (Simulator simulator = Simulator.start(options);
                HttpClient trusting =
                        HttpClient.newBuilder().sslContext(trust(authority)).build();
                HttpClient others = HttpClient.newHttpClient()) {
            HttpRequest time = get("https://localhost:" + simulator.mexcPort() + "/api/v3/time");

            assertThat(trusting.send(time, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("serverTime");
            WebSocket socket = trusting.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("wss://localhost:" + simulator.mexcPort() + "/ws"), new WebSocket.Listener() {})
                    .join();
            assertThat(socket.isInputClosed()).isFalse();
            socket.abort();
            assertThatThrownBy(() -> others.send(time, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
            assertThat(others.send(
                                    get("http://127.0.0.1:" + simulator.controlPort() + "/health"),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).build();
    }

    private static SSLContext trust(CertificateAuthority authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authority.certificate())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}

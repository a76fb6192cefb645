package io.firstfill.local.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.firstfill.testkit.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a Vault with an authority of its own is trusted by that authority, and by no other. */
class TrustedAuthorityTest {
    private static final char[] PASSWORD = "rehearsal".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void theAuthorityOfTheFileIsTrustedAndTheJdksAloneWithoutIt() throws Exception {
        CertificateAuthority authority = CertificateAuthority.in(directory, "localhost");
        HttpsServer vault = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.setHttpsConfigurator(new HttpsConfigurator(context(authority.keyStore())));
        vault.createContext("/", call -> {
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        vault.start();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("https://localhost:" + vault.getAddress().getPort() + "/"));
        try {
            assertThat(Http.send(Http.trusting(authority.certificate()), request)
                            .statusCode())
                    .isEqualTo(204);
            assertThatThrownBy(() -> Http.send(Http.trusting(null), request)).isInstanceOf(UncheckedIOException.class);
        } finally {
            vault.stop(0);
        }
    }

    @Test
    void whatIsNoFileOfCertificatesIsAWrongArgument() throws IOException {
        Path other = Files.writeString(directory.resolve("ca.pem"), "no certificate");

        assertThatThrownBy(() -> Http.trusting(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--ca takes a PEM file");
        assertThatThrownBy(() -> Http.trusting(directory.resolve("none"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}

package io.firstfill.k8s.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority and the certificates that it has signed, in the files that Strimzi makes of its own: {@code ca.crt} for
 * everybody, and for each client {@code user.p12} with its password.
 */
final class Certificates {
    static final String PASSWORD = "of-a-test";
    private static final String AUTHORITY = "authority";

    private final Path directory;
    private final Path all;

    private Certificates(Path directory) {
        this.directory = directory;
        this.all = directory.resolve("all.p12");
    }

    /** @param names of the clients; the broker is {@code broker} */
    static Certificates in(Path directory, List<String> names) throws IOException, GeneralSecurityException {
        Certificates certificates = new Certificates(directory);
        certificates.keytool("-alias", AUTHORITY, "-dname", "CN=" + AUTHORITY, "-ext", "bc:c");
        List<String> everybody = new ArrayList<>(names);
        everybody.add("broker");
        for (String name : everybody) {
            certificates.keytool(
                    "-alias", name, "-signer", AUTHORITY, "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1");
        }
        certificates.split(everybody);
        return certificates;
    }

    Path authority() {
        return directory.resolve("ca.crt");
    }

    Path keyStore(String name) {
        return directory.resolve(name).resolve("user.p12");
    }

    private void split(List<String> names) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(all)) {
            store.load(file, PASSWORD.toCharArray());
        }
        Files.writeString(authority(), pem(store.getCertificate(AUTHORITY)));
        for (String name : names) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    name,
                    store.getKey(name, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    store.getCertificateChain(name));
            Files.createDirectories(directory.resolve(name));
            try (OutputStream file = Files.newOutputStream(keyStore(name))) {
                own.store(file, PASSWORD.toCharArray());
            }
        }
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", all.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + Files.readString(directory.resolve("keytool.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

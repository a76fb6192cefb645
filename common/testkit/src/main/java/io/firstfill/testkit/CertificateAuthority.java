package io.firstfill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate authority for one machine, with one server certificate that it has signed. The JDK's {@code keytool}
 * makes both. Clients trust the authority by its PEM file alone.
 *
 * @param directory where the files are
 */
public record CertificateAuthority(Path directory) {
    /** Protects nothing: whoever reads the file reads the code. The key signs for this machine's rehearsals only. */
    private static final String PASSWORD = "rehearsal";

    /**
     * Makes an authority, or takes the one that the directory has for the host.
     *
     * @param host the only name that the server certificate is valid for
     */
    public static CertificateAuthority in(Path directory, String host) {
        CertificateAuthority authority = new CertificateAuthority(directory.resolve(host));
        try {
            if (!Files.exists(authority.certificate())) {
                Directories.delete(authority.directory());
                Files.createDirectories(authority.directory());
                authority.make(host);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a certificate for " + host, e);
        }
        return authority;
    }

    /** The PEM file with the authority's certificate, for clients. */
    public Path certificate() {
        return directory.resolve("ca.pem");
    }

    /** The PKCS 12 file with the key and certificate of the server, entry {@code exchange}. */
    public Path keyStore() {
        return directory.resolve("exchange.p12");
    }

    private void make(String host) throws IOException {
        keytool(List.of("-genkeypair", "-alias", "ca", "-dname", "CN=Firstfill rehearsal", "-ext", "bc:c"));
        keytool(List.of(
                "-genkeypair",
                "-alias",
                "exchange",
                "-signer",
                "ca",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host));
        // Last: its file says that everything before is complete.
        keytool(List.of(
                "-exportcert", "-rfc", "-alias", "ca", "-file", certificate().toString()));
    }

    private void keytool(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", keyStore().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        if (arguments.getFirst().equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool " + arguments.getFirst() + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}

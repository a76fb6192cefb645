package io.firstfill.local.component;

import io.firstfill.testkit.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The simulator under the name of another host, over TLS with an authority of its own. Scanner and trader resolve the
 * name by a file ({@code jdk.net.hosts.file}, which replaces every other look-up in their processes) and trust that
 * authority alone; everything else of them is as on the live exchange.
 *
 * @param hosts the file by which the name is resolved
 */
public record SimulatorTls(CertificateAuthority authority, Path hosts) {
    private static final String TRUST = "QUARKUS_TLS_EXCHANGE_TRUST_STORE_PEM_CERTS";

    static SimulatorTls of(String host, Path directory) {
        Path hosts = directory.resolve("hosts");
        try {
            Files.createDirectories(directory);
            Files.writeString(hosts, "127.0.0.1 " + host + " localhost " + ownName() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + hosts, e);
        }
        return new SimulatorTls(CertificateAuthority.in(directory, host), hosts);
    }

    List<String> simulatorArguments() {
        return List.of("--certificate", authority.keyStore().toString());
    }

    Map<String, String> serviceVariables() {
        return Map.of(
                TRUST, authority.certificate().toString(), "JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file='" + hosts + "'");
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}

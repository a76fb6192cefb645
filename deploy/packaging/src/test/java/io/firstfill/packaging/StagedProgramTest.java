package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedProgramTest {
    private static final String ROCKS = "org.rocksdb.rocksdbjni-9.7.3.jar";

    @TempDir
    Path directory;

    @Test
    void theImageHasTheClassPathInItsOrderAndTheJarsByHowOftenTheyChange() throws IOException {
        StagedProgram staged = stage(
                jar("quarkus", "generated-bytecode.jar"),
                jar("app", "scanner-service-1.0.jar"),
                jar("lib/main", "com.example.library-2.jar"),
                jar("lib/main", "io.firstfill.firstfill-mexc-1.0.jar"));

        assertThat(staged.pathsInImage())
                .containsExactly(
                        "/app/quarkus/generated-bytecode.jar",
                        "/app/app/scanner-service-1.0.jar",
                        "/app/lib/com.example.library-2.jar",
                        "/app/app/io.firstfill.firstfill-mexc-1.0.jar");
        assertThat(staged.layers(Machine.AMD64))
                .extracting(ImageLayer::name)
                .containsExactly("Libraries", "Generated classes", "Application");
        assertThat(staged.layers(Machine.AMD64).getLast().files())
                .extracting(ImageFile::path)
                .containsExactly("/app/app/scanner-service-1.0.jar", "/app/app/io.firstfill.firstfill-mexc-1.0.jar");
    }

    @Test
    void theTrainingRunSeesTheTimesThatTheJarsHaveInTheImage() throws IOException {
        Path jar = jar("app", "own.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-06-01T12:34:56Z")));

        StagedProgram staged = stage(jar);

        assertThat(Files.getLastModifiedTime(staged.classPath().getFirst()).toInstant())
                .isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void anImageHasTheLibraryOfRocksDbForItsMachineBesideTheJarAndNoOther() throws IOException {
        Path jar = rocksDb("librocksdbjni-linux64.so", "librocksdbjni-osx-arm64.jnilib");

        StagedProgram staged = stage(jar);

        assertThat(staged.flags(StagedProgram.NATIVE)).containsExactly("-Dx=1", "-Djava.library.path=/app/native");
        assertThat(staged.layers(Machine.AMD64).getFirst().files())
                .extracting(ImageFile::path)
                .containsExactly("/app/lib/" + ROCKS, "/app/native/librocksdbjni-linux64.so");
        assertThat(staged.nativeDirectory().resolve("librocksdbjni-linux64.so")).hasContent("librocksdbjni-linux64.so");
        try (ZipFile slim = new ZipFile(staged.classPath().getFirst().toFile())) {
            assertThat(slim.stream().map(ZipEntry::getName)).containsExactly("org/rocksdb/RocksDB.class");
        }
    }

    @Test
    void aJarOfRocksDbWithoutTheLibraryOfTheMachineIsRefused() throws IOException {
        Path jar = rocksDb("librocksdbjni-osx-arm64.jnilib");

        assertThatThrownBy(() -> stage(jar))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("librocksdbjni-linux64.so");
    }

    private StagedProgram stage(Path... jars) throws IOException {
        Program program = new Program(
                "scanner-service", List.of(jars), "Main", List.of("-Dx=1"), List.of(), Map.of(), Optional.empty());
        return StagedProgram.of(program, Machine.AMD64, directory.resolve("root"));
    }

    private Path jar(String parent, String name) throws IOException {
        Path file = directory.resolve("quarkus-app").resolve(parent).resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, name);
    }

    private Path rocksDb(String... libraries) throws IOException {
        Path jar = jar("lib/main", ROCKS);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("org/rocksdb/RocksDB.class"));
            zip.closeEntry();
            for (String library : libraries) {
                zip.putNextEntry(new ZipEntry(library));
                zip.write(library.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }
}

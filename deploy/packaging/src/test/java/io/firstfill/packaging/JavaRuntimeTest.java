package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
    @TempDir
    Path home;

    private Path libraries;

    @BeforeEach
    void directories() throws Exception {
        libraries = Files.createDirectories(home.resolve("lib"));
    }

    @Test
    void aRuntimeThatNeedsLibrariesOfItsSystemIsRefusedWithTheOneThatDoesNot() throws Exception {
        // Given the runtime of a JDK that is linked against its distribution's zlib and C++, as Debian's is
        Files.write(libraries.resolve("libzip.so"), library("libz.so.1", "libc.so.6"));
        Files.createDirectories(libraries.resolve("server"));
        Files.write(libraries.resolve("server/libjvm.so"), library("libstdc++.so.6"));

        // When and then
        assertThatThrownBy(() -> JavaRuntime.requireOwnLibraries(home))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("libstdc++.so.6, libz.so.1")
                .hasMessageContaining("Temurin");
    }

    @Test
    void aRuntimeThatNeedsGlibcAndItselfIsTaken() throws Exception {
        Files.write(libraries.resolve("libjava.so"), library("libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"));
        Files.write(libraries.resolve("libzip.so"), library("libjava.so"));
        Files.write(libraries.resolve("libawt_xawt.so"), library("libX11.so.6"));
        Files.writeString(libraries.resolve("modules"), "no library");

        assertThatCode(() -> JavaRuntime.requireOwnLibraries(home)).doesNotThrowAnyException();
    }

    @Test
    void theLibrariesOfTheJdkAreReadAsTheLoaderReadsThem() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "lib", "libnet.so");

        assertThat(ElfFile.needed(java)).contains("libjava.so", "libc.so.6");
    }

    /** A file of one segment that is loaded at 0x1000, and whose dynamic section names the libraries. */
    private static byte[] library(String... needed) {
        ByteBuffer file = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 0x464c457f).putLong(0x20, 64).putShort(0x36, (short) 56).putShort(0x38, (short) 2);
        segment(file, 64, 1, 0, 0x1000, 1024);
        segment(file, 120, 2, 256, 0x1100, (needed.length + 2) * 16);
        int name = 1;
        for (int i = 0; i < needed.length; i++) {
            file.putLong(256 + i * 16, 1).putLong(264 + i * 16, name);
            byte[] text = needed[i].getBytes(StandardCharsets.US_ASCII);
            file.put(512 + name, text);
            name += text.length + 1;
        }
        file.putLong(256 + needed.length * 16, 5).putLong(264 + needed.length * 16, 0x1000 + 512);
        return file.array();
    }

    private static void segment(ByteBuffer file, int at, int type, int offset, int address, int size) {
        file.putInt(at, type).putLong(at + 8, offset).putLong(at + 16, address).putLong(at + 32, size);
    }
}

package io.firstfill.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads an OCI archive as a container engine does: the index, the manifest, the configuration and the layers. */
final class OciArchive {
    private static final int BLOCK = 512;
    private final Map<String, byte[]> files;
    private final JsonNode manifest;

    /**
     * An entry of a tar.
     *
     * @param type '0' for a file, '5' for a directory
     */
    record Entry(String name, String mode, long owner, long modified, char type, ByteBuffer content) {}

    private OciArchive(Map<String, byte[]> files) throws IOException {
        this.files = files;
        JsonNode index = json("index.json");
        this.manifest = blob(index.at("/manifests/0/digest").asText());
    }

    static OciArchive of(Path tar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        entries(Files.readAllBytes(tar))
                .forEach(entry -> files.put(entry.name(), entry.content().array()));
        return new OciArchive(files);
    }

    /** The configuration: user, entrypoint, environment, labels. */
    JsonNode config() throws IOException {
        return blob(manifest.at("/config/digest").asText()).get("config");
    }

    JsonNode image() throws IOException {
        return blob(manifest.at("/config/digest").asText());
    }

    List<String> layerDigests() {
        return manifest.get("layers").findValuesAsText("digest");
    }

    /** All entries of all layers. */
    List<Entry> contents() throws IOException {
        List<Entry> contents = new ArrayList<>();
        for (String digest : layerDigests()) {
            byte[] packed = Objects.requireNonNull(files.get(path(digest)), digest);
            try (GZIPInputStream layer = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                contents.addAll(entries(layer.readAllBytes()));
            }
        }
        return contents;
    }

    private JsonNode blob(String digest) throws IOException {
        return json(path(digest));
    }

    private static String path(String digest) {
        return "blobs/" + digest.replace(':', '/');
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(Objects.requireNonNull(files.get(file), file));
    }

    private static List<Entry> entries(byte[] tar) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at + BLOCK <= tar.length && tar[at] != 0) {
            int size = (int) octal(tar, at + 124, 12);
            int begin = at + BLOCK;
            entries.add(new Entry(
                    text(tar, at + 345, 155) + text(tar, at, 100),
                    text(tar, at + 100, 8).strip(),
                    octal(tar, at + 108, 8),
                    octal(tar, at + 136, 12),
                    (char) tar[at + 156],
                    ByteBuffer.wrap(Arrays.copyOfRange(tar, begin, begin + size))));
            at = begin + Math.ceilDiv(size, BLOCK) * BLOCK;
        }
        return entries;
    }

    private static long octal(byte[] tar, int begin, int length) {
        String digits = text(tar, begin, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] tar, int begin, int length) {
        int end = begin;
        while (end < begin + length && tar[end] != 0) {
            end++;
        }
        return new String(tar, begin, end - begin, StandardCharsets.UTF_8);
    }
}

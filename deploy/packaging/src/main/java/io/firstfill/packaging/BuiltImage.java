package io.firstfill.packaging;

import java.nio.file.Path;

/**
 * An image that was built.
 *
 * @param reference name and tag
 * @param file the OCI archive
 * @param digest of its manifest
 * @param cached whether it has an ahead-of-time cache; the digest is reproducible where it has none
 */
public record BuiltImage(String reference, Path file, String digest, boolean cached) {}

package io.firstfill.ledger.export;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Computes the digests of an export line by line. Each line ends with a digest of itself and the digest before, so the
 * first line that is not as it was exported, or is missing, is found; the manifest has the SHA-256 of every byte before
 * it.
 */
final class LineDigests {
    /** Hexadecimal digits of a line's digest: 128 bits. */
    static final int LENGTH = 32;

    private final MessageDigest line = sha256();
    private final MessageDigest whole = sha256();
    private byte[] previous = new byte[LENGTH / 2];

    /** Returns the digest of the next line, in hexadecimal. */
    String next(byte[] content) {
        line.update(previous);
        byte[] full = line.digest(content);
        previous = Arrays.copyOf(full, LENGTH / 2);
        return HexFormat.of().formatHex(previous);
    }

    /** Takes bytes as they are in the file. */
    void written(byte[] bytes) {
        whole.update(bytes);
    }

    /** Returns the SHA-256 of everything that was written, in hexadecimal. Called once. */
    String ofAll() {
        return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.firstfill.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The part of an entity tag that stands for what is shown beside a version and changes without it. A precondition
 * compares the version alone.
 */
public final class TagDigest {
    private static final int BYTES = 8;

    private TagDigest() {}

    /** Returns the version, and after a dash 16 hexadecimal digits of the texts where there are any. */
    public static String of(String version, List<String> texts) {
        return texts.isEmpty() ? version : version + "-" + digest(String.join("\n", texts));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

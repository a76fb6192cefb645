package io.firstfill.ledger.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest in lower-case hexadecimal. */
public record Hash(@JsonValue String hex) {
    private static final int LENGTH = 64;

    /** The previous hash of a chain's first record. */
    static final Hash GENESIS = new Hash("0".repeat(LENGTH));

    public Hash {
        if (hex.length() != LENGTH || !hex.chars().allMatch(Hash::isDigit)) {
            throw new IllegalArgumentException("a SHA-256 is 64 hexadecimal digits");
        }
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** Hashes the parts, each prefixed with its length in bytes, so that ("ab","c") and ("a","bc") differ. */
    static Hash of(String... parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            sha256.update(bytes);
        }
        return new Hash(HexFormat.of().formatHex(sha256.digest()));
    }

    /** Hashes the bytes as they are, without a length. */
    public static Hash ofBytes(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

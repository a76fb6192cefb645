package io.firstfill.contract.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Derives version 5 UUIDs (RFC 9562): SHA-1 of a name in the namespace of this project. */
final class NameBasedUuid {
    private static final UUID NAMESPACE = UUID.fromString("5f0d5c1e-7c55-5d0e-9b0a-0d6f1f2a7e31");

    private NameBasedUuid() {}

    /**
     * Returns the UUID of a kind and its parts. Each part is prefixed with its length, so that ("ab","c") and
     * ("a","bc") differ.
     */
    static UUID of(String kind, Object... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        update(sha1, kind);
        for (Object part : parts) {
            update(sha1, part.toString());
        }
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
        long most = (digest.getLong() & ~0xF000L) | 0x5000L;
        long least = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

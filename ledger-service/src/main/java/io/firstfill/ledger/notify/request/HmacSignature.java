package io.firstfill.ledger.notify.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request of the generic format: HMAC-SHA256 over the time in seconds, a dot and the body. The time is signed,
 * so that a receiver can refuse a request that somebody recorded and sends again.
 */
public final class HmacSignature {
    public static final String TIMESTAMP_HEADER = "Firstfill-Timestamp";
    public static final String SIGNATURE_HEADER = "Firstfill-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private HmacSignature() {}

    /** Returns {@code v1=} and 64 digits of lower-case hexadecimal. */
    public static String of(String key, Instant time, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

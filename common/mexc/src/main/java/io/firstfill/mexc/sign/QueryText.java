package io.firstfill.mexc.sign;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Request parameters as they are signed and sent, in the order in which they were added. The exchange checks the
 * signature over the encoded text, with upper-case escapes; only the characters that RFC 3986 calls unreserved are not
 * escaped.
 */
public final class QueryText {

    private static final String PLAIN = "-._~";
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final StringBuilder text = new StringBuilder(192);

    public QueryText with(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        encode(name);
        text.append('=');
        encode(value);
        return this;
    }

    public QueryText with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** Adds the parameters with which every signed request ends. */
    public QueryText validFrom(Instant timestamp, Duration recvWindow) {
        return with("recvWindow", recvWindow.toMillis()).with("timestamp", timestamp.toEpochMilli());
    }

    public String text() {
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private void encode(String raw) {
        for (byte octet : raw.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (isPlain(c)) {
                text.append(c);
            } else {
                text.append('%').append(UPPER.toHexDigits(octet));
            }
        }
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
    }
}

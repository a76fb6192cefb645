package io.firstfill.ledger.export;

import java.time.OffsetDateTime;

/** Brings times as the database writes them to the form of {@code Instant.toString}. */
final class UtcText {
    private static final String UTC = "+00:00";
    /** The length of a time without a fraction. */
    private static final int SECONDS = "2026-11-22T12:00:00".length();

    private UtcText() {}

    /** Times in UTC, which are all in a session set to it, are not parsed: an order has twenty of them. */
    static String of(String text) {
        int end = text.length() - UTC.length();
        boolean usual = text.endsWith(UTC) && text.charAt(10) == 'T' && (end == SECONDS || text.charAt(SECONDS) == '.');
        return usual
                ? shortened(text, end)
                : OffsetDateTime.parse(text).toInstant().toString();
    }

    /** Fills the fraction up to whole groups of three digits, which is how an instant is written. */
    private static String shortened(String text, int end) {
        int digits = Math.max(0, end - SECONDS - 1);
        return text.substring(0, end) + "0".repeat((3 - digits % 3) % 3) + 'Z';
    }
}

package io.firstfill.ledger.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The last item of a page, after which the next page begins. Lists run from the latest item to the earliest, by time
 * and then by key. The encoded form is opaque to callers.
 */
public record Cursor(Instant time, String key) {
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns nothing when the text was not made by {@link #encoded} of an item with such a key. */
    public static Optional<Cursor> parse(String text, ItemKey type) {
        return parse(text)
                .filter(cursor -> PageRequest.isTime(cursor.time()))
                .filter(cursor -> type.parse(cursor.key()).isPresent());
    }

    private static Optional<Cursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            return bar < 0
                    ? Optional.empty()
                    : Optional.of(new Cursor(Instant.parse(plain.substring(0, bar)), plain.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}

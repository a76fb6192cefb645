package io.firstfill.ledger.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The last item of a page, after which the next page begins. Lists run from the latest item to the earliest, by time
 * and then by key. The encoded form is opaque to callers, and names the query to which the page belongs.
 */
public record Cursor(Instant time, String key) {
    /** A cursor with the query ({@link PageRequest#query}) that it continues. */
    public record Encoded(Cursor cursor, String query) {}

    public String encoded(String query) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + "|" + key + "|" + query).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns nothing when the text was not made by {@link #encoded} of an item with such a key. */
    public static Optional<Encoded> parse(String text, ItemKey type) {
        return parse(text)
                .filter(encoded -> PageRequest.isTime(encoded.cursor().time()))
                .filter(encoded -> type.parse(encoded.cursor().key()).isPresent());
    }

    private static Optional<Encoded> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int first = plain.indexOf('|');
            int last = plain.lastIndexOf('|');
            return first == last
                    ? Optional.empty()
                    : Optional.of(new Encoded(
                            new Cursor(Instant.parse(plain.substring(0, first)), plain.substring(first + 1, last)),
                            plain.substring(last + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}

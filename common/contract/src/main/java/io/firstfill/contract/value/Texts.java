package io.firstfill.contract.value;

/**
 * The rules of a text that every reader of ours can take: no control characters, no unpaired surrogates, a bounded
 * length. PostgreSQL stores no NUL, and UTF-8 cannot carry half of a surrogate pair.
 */
public final class Texts {
    /** The longest text of a message, in UTF-16 units. */
    public static final int MAX = 2_000;
    /** The longest name that a person gives, in UTF-16 units. */
    public static final int MAX_NAME = 80;
    /** The longest reason that a person gives, in UTF-16 units. */
    public static final int MAX_REASON = 500;

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** Whether a text of at most {@code max} UTF-16 units has nothing that a reader could not take. */
    public static boolean isReadable(String text, int max) {
        return text.length() <= max && hasOnlyReadableCharacters(text);
    }

    /** Whether a text of any length has neither control characters nor unpaired surrogates. */
    public static boolean hasOnlyReadableCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnreadable(text, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the text.
     *
     * @throws IllegalArgumentException unless the text is readable and has at most {@code max} UTF-16 units
     */
    public static String require(String field, String text, int max) {
        if (!isReadable(text, max)) {
            throw new IllegalArgumentException(
                    field + " must have at most " + max + " characters, without control characters");
        }
        return text;
    }

    /**
     * Returns the text as every reader can take it: unreadable characters are replaced by U+FFFD, and what exceeds
     * {@link #MAX} is cut. For texts whose exact form means nothing, such as the message of an exchange's refusal.
     */
    public static String clean(String text) {
        return clean(text, MAX);
    }

    /** Returns the text as {@link #clean(String)} does, cut to at most {@code max} UTF-16 units. */
    public static String clean(String text, int max) {
        if (isReadable(text, max)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && cleaned.length() < max; i++) {
            cleaned.append(isUnreadable(text, i) ? REPLACEMENT : text.charAt(i));
        }
        int last = cleaned.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(cleaned.charAt(last))) {
            cleaned.setCharAt(last, REPLACEMENT);
        }
        return cleaned.toString();
    }

    private static boolean isUnreadable(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c <= '~') {
            return false; // nearly every character of a record: one comparison while an order waits for its record
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return Character.isISOControl(c);
    }
}

package io.firstfill.mexc.reading;

import org.jspecify.annotations.Nullable;

/**
 * Bounds the texts of the exchange. A name is refused when it is not plain, because a repaired name would be another
 * name; a description is repaired and cut.
 */
public final class WireText {

    /** The longest name of an asset, a pair, an order or a trade. */
    public static final int LONGEST_NAME = 64;

    /** The longest description. */
    public static final int LONGEST_DESCRIPTION = 200;

    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /** Whether the text is a name: 1 to {@value #LONGEST_NAME} characters, not blank, none of them odd. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && (isVisibleAscii(text) || isPlain(text));
    }

    /** Tells nearly every name in a fraction of the time of {@link #isPlain}: an answer has thousands of them. */
    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPlain(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(WireText::isOdd);
    }

    /** @throws IllegalArgumentException unless the text is a name; the message does not quote the text */
    public static String requireName(String text, String what) {
        if (!isName(text)) {
            throw new IllegalArgumentException(what + " is not a plain text of 1 to " + LONGEST_NAME + " characters");
        }
        return text;
    }

    /** As {@link #requireName}, for a name that may be absent. */
    public static @Nullable String nameOrNull(@Nullable String text, String what) {
        return text == null || text.isEmpty() ? null : requireName(text, what);
    }

    /** Returns the text cut to the length of a description, each odd character replaced. */
    public static String describe(String text) {
        StringBuilder plain = new StringBuilder();
        int[] points = text.codePoints().limit(LONGEST_DESCRIPTION).toArray();
        for (int point : points) {
            if (plain.length() + Character.charCount(point) > LONGEST_DESCRIPTION) {
                break;
            }
            plain.appendCodePoint(isOdd(point) ? REPLACEMENT : point);
        }
        return plain.toString();
    }

    /** As {@link #describe}, for a description that may be absent. */
    public static @Nullable String describeOrNull(@Nullable String text) {
        return text == null ? null : describe(text);
    }

    /** Controls, separators of lines, halves of a surrogate pair. Letters of every script are plain. */
    private static boolean isOdd(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}

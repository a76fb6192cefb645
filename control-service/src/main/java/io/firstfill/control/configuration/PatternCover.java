package io.firstfill.control.configuration;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out whether glob patterns leave any asset to buy. What it reports as covered is covered; a cover that several
 * patterns make only together is not seen.
 */
final class PatternCover {
    /** Matches every asset: a name has at least one character. */
    private static final String ANY = "?*";

    private static final Pattern WILDCARDS = Pattern.compile("[*?]+");

    private PatternCover() {}

    /** Whether the denied patterns refuse every asset that the allowed ones accept; no allowed pattern accepts any. */
    static boolean refusesAll(List<String> allow, List<String> deny) {
        List<String> accepted = allow.isEmpty() ? List.of(ANY) : allow;
        return accepted.stream()
                .map(pattern -> pattern.chars().allMatch(c -> c == '*') ? ANY : ordered(pattern))
                .allMatch(pattern -> deny.stream().anyMatch(denied -> covers(ordered(denied), pattern)));
    }

    /** Returns the pattern with the single characters of a row of wildcards first; it matches the same. */
    private static String ordered(String pattern) {
        return WILDCARDS
                .matcher(pattern)
                .replaceAll(row -> row.group().replace("*", "") + (row.group().contains("*") ? "*" : ""));
    }

    /** Whether each text that the narrow pattern matches is matched by the wide one. */
    private static boolean covers(String wide, String narrow) {
        BitSet reached = new BitSet();
        reached.set(0);
        for (int at = 0; at < wide.length(); at++) {
            reached = after(wide.charAt(at), narrow, reached);
        }
        return reached.get(narrow.length());
    }

    /** Returns up to which positions of the narrow pattern the wide one reaches with one more character. */
    private static BitSet after(char wide, String narrow, BitSet reached) {
        BitSet next = new BitSet();
        if (wide == '*' && !reached.isEmpty()) {
            next.set(reached.nextSetBit(0), narrow.length() + 1);
        } else {
            reached.stream()
                    .filter(at -> at < narrow.length() && fits(wide, narrow.charAt(at)))
                    .forEach(at -> next.set(at + 1));
        }
        return next;
    }

    private static boolean fits(char wide, char narrow) {
        return narrow != '*' && (wide == '?' || wide == narrow);
    }
}

package io.firstfill.control.configuration;

import java.util.List;

/**
 * Finds out whether glob patterns leave any asset to buy. What it reports as covered is covered; a cover that several
 * patterns make only together is not seen.
 */
final class PatternCover {
    /** Matches every asset: a name has at least one character. */
    private static final String ANY = "?*";

    private PatternCover() {}

    /** Whether the denied patterns refuse every asset that the allowed ones accept; no allowed pattern accepts any. */
    static boolean refusesAll(List<String> allow, List<String> deny) {
        List<String> accepted = allow.isEmpty() ? List.of(ANY) : allow;
        return accepted.stream()
                .map(pattern -> pattern.chars().allMatch(c -> c == '*') ? ANY : pattern)
                .allMatch(pattern -> deny.stream().anyMatch(denied -> covers(denied, pattern)));
    }

    /** Whether each text that the narrow pattern matches is matched by the wide one. */
    private static boolean covers(String wide, String narrow) {
        boolean[] reached = new boolean[narrow.length() + 1];
        reached[0] = true;
        for (char c : wide.toCharArray()) {
            boolean[] next = new boolean[narrow.length() + 1];
            if (c == '*') {
                boolean before = false;
                for (int i = 0; i <= narrow.length(); i++) {
                    before |= reached[i];
                    next[i] = before;
                }
            } else {
                for (int i = 0; i < narrow.length(); i++) {
                    next[i + 1] = reached[i] && fits(c, narrow.charAt(i));
                }
            }
            reached = next;
        }
        return reached[narrow.length()];
    }

    private static boolean fits(char wide, char narrow) {
        return narrow != '*' && (wide == '?' || wide == narrow);
    }
}

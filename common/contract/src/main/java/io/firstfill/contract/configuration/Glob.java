package io.firstfill.contract.configuration;

/**
 * Matches the patterns that operators write: {@code *} stands for any characters, {@code ?} for any one. Never a
 * regular expression: memory stays constant, and time is at most the product of both lengths.
 */
public final class Glob {
    private Glob() {}

    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && fits(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean fits(char pattern, char text) {
        return pattern == '?' || Character.toUpperCase(pattern) == Character.toUpperCase(text);
    }
}

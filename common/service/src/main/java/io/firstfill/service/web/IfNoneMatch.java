package io.firstfill.service.web;

import java.util.List;
import java.util.regex.Pattern;

/** The weak comparison of entity tags (RFC 9110, 8.8.3.2): whether a caller has the current representation already. */
public final class IfNoneMatch {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    private IfNoneMatch() {}

    /**
     * Returns whether one of the headers names the tag, be the header or the tag weak or not.
     *
     * @param headers every header {@code If-None-Match} of the request
     * @param tag what stands between the quotes
     */
    public static boolean matches(List<String> headers, String tag) {
        return headers.stream()
                .anyMatch(header -> header.strip().equals("*")
                        || TAG.matcher(header)
                                .results()
                                .anyMatch(found -> found.group(1).equals(tag)));
    }
}

package io.firstfill.control.web.configuration;

import io.firstfill.control.web.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of lists that are given page by page, and the link from one page to the next. */
final class Pages {
    static final int MOST = 500;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,1000}");

    private Pages() {}

    /** Reads a parameter that is a whole number; throws a problem when it is none. */
    static int number(String parameter, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Problems.badQuery(parameter, "must be a whole number of 1 to 9 digits, from 1");
        }
        return Integer.parseInt(text);
    }

    static int limit(@Nullable String text) {
        int limit = text == null ? MOST : number("limit", text);
        if (limit > MOST) {
            throw Problems.badQuery("limit", "must be from 1 to " + MOST);
        }
        return limit;
    }

    /** Reads where the page before ended; empty for the first page. */
    static Optional<String> cursor(String parameter, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!CURSOR.matcher(text).matches()) {
            throw Problems.badQuery(parameter, "must be the cursor of a page before");
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problems.badQuery(parameter, "must be the cursor of a page before");
        }
    }

    static String cursor(String end) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(end.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the value of the header Link for the next page (RFC 8288). */
    static String next(String target) {
        return "<" + target + ">; rel=\"next\"";
    }
}

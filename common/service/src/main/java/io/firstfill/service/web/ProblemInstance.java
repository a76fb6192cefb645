package io.firstfill.service.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code instance} of a problem: the path as the caller of the gateway sent it, a URI reference (RFC 3986). What no
 * URI may hold is encoded.
 */
final class ProblemInstance {
    private static final int LONGEST = 500;
    private static final Pattern CUT = Pattern.compile("%.?$");
    private static final Pattern ILLEGAL = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/%-]");

    private ProblemInstance() {}

    static String of(HttpServerRequest request) {
        return of(request.path());
    }

    static String of(String path) {
        String kept = path.length() > LONGEST
                ? CUT.matcher(path.substring(0, LONGEST)).replaceFirst("")
                : path;
        return ILLEGAL.matcher(kept).replaceAll(found -> Matcher.quoteReplacement(encoded(found.group())));
    }

    private static String encoded(String character) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", each));
        }
        return encoded.toString();
    }

    /** Returns what the problem library writes as the instance: it decodes once what it is given. */
    static URI encodedOnce(String instance) {
        return URI.create(instance.replace("%", "%25").replace("+", "%2B").replace("//", "/%2F"));
    }
}

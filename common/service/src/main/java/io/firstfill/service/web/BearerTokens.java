package io.firstfill.service.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a bearer token that is no signed JSON Web Token by its shape alone. The library that checks tokens answers
 * some of them with a 500, and would ask the identity provider about others.
 */
class BearerTokens {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\b.*");
    private static final Pattern TOKEN = Pattern.compile("(?i)bearer +([\\w-]+)\\.([\\w-]+)\\.[\\w-]+ *");

    void register(@Observes Filters filters) {
        filters.register(BearerTokens::check, FilterPriorities.TOKENS);
    }

    private static void check(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !BEARER.matcher(header).matches() || isSignedToken(header)) {
            context.next();
        } else {
            RouterProblem.unauthorized().end(context);
        }
    }

    private static boolean isSignedToken(String header) {
        Matcher parts = TOKEN.matcher(header);
        return parts.matches() && isJsonObject(parts.group(1)) && isJsonObject(parts.group(2));
    }

    private static boolean isJsonObject(String part) {
        try {
            return !new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(part))).isEmpty();
        } catch (DecodeException | IllegalArgumentException e) {
            return false;
        }
    }
}

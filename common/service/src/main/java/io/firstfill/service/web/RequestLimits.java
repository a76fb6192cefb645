package io.firstfill.service.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request by its head, before anything reads its body: too long a target, headers or body, and a body whose
 * length is not declared. The gateway declares the length of every body. The server's own limits
 * ({@code quarkus.http.limits}) are wider, because what the server refuses it refuses without a problem document.
 */
class RequestLimits {
    static final int MAX_TARGET_BYTES = 8 * 1024;
    static final int MAX_HEADER_BYTES = 32 * 1024;
    /** A configuration with every list full, in the longest encoding of its characters, takes about half of this. */
    static final int MAX_BODY_BYTES = 256 * 1024;

    private static final int LONGEST_INT = 9;

    void register(@Observes Filters filters) {
        filters.register(RequestLimits::check, FilterPriorities.LIMITS);
    }

    private static void check(RoutingContext context) {
        refusal(context.request()).ifPresentOrElse(problem -> problem.end(context), context::next);
    }

    private static Optional<RouterProblem> refusal(HttpServerRequest request) {
        if (request.uri().length() > MAX_TARGET_BYTES) {
            return refused(414, "too-large", "The request target may have at most " + MAX_TARGET_BYTES + " bytes");
        }
        if (headerBytes(request) > MAX_HEADER_BYTES) {
            return refused(431, "too-large", "The headers may have at most " + MAX_HEADER_BYTES + " bytes");
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            return refused(411, "length-required", "The length of the body must be declared");
        }
        return isTooLong(request.getHeader("Content-Length"))
                ? refused(413, "too-large", "The body must have at most " + MAX_BODY_BYTES + " bytes")
                : Optional.empty();
    }

    private static Optional<RouterProblem> refused(int status, String type, String detail) {
        return Optional.of(new RouterProblem(status, "urn:firstfill:problem:" + type, detail, Map.of()));
    }

    private static int headerBytes(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
                .sum();
    }

    /** A length that is no int would be read as unknown. */
    private static boolean isTooLong(@Nullable String length) {
        return length != null && (length.length() > LONGEST_INT || Integer.parseInt(length) > MAX_BODY_BYTES);
    }
}

package io.firstfill.control.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies above the limit with 413 before they are read. A body whose length is not declared is limited by
 * {@code quarkus.http.limits.max-body-size}.
 */
class BodyLimit {
    /** A configuration with every list full, in the longest encoding of its characters, takes about half of this. */
    static final int MAX_BYTES = 256 * 1024;

    @ServerRequestFilter
    Optional<Response> refuse(ContainerRequestContext request) {
        return request.getLength() > MAX_BYTES || isTooLong(request.getHeaderString("Content-Length"))
                ? Optional.of(Problems.tooLarge(MAX_BYTES).toResponse())
                : Optional.empty();
    }

    /** A length that is no int would be read as unknown. */
    private static boolean isTooLong(@Nullable String length) {
        return length != null && length.length() > 9;
    }
}

package io.firstfill.service.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The entity tag of a read that is known before the read is carried out. */
public final class PolledTag {
    static final String PROPERTY = PolledTag.class.getName();
    static final String CACHE_CONTROL = "private, no-cache";

    private PolledTag() {}

    /**
     * Makes the tag of what determines the answer, and keeps it for the answer's header.
     *
     * @return 304 where the caller has that answer already
     */
    public static Optional<Response> check(ContainerRequestContext request, String determinedBy) {
        String tag = EntityTags.digest(determinedBy.getBytes(StandardCharsets.UTF_8));
        request.setProperty(PROPERTY, tag);
        List<String> known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        return known != null && IfNoneMatch.matches(known, tag)
                ? Optional.of(Response.notModified(new EntityTag(tag, true))
                        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                        .build())
                : Optional.empty();
    }
}

package io.firstfill.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds an entity tag to whatever a GET answers, and answers 304 without a body to a caller that has the same already:
 * dashboards poll every five seconds (FR-006). The tag is the one that the resource has set, else the one of
 * {@link PolledTag}, else a digest of the body. Tags of the last two are weak, because a gateway may
 * compress the body.
 */
class EntityTags {
    private static final int TAG_BYTES = 16;

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!request.getMethod().equals(HttpMethod.GET)
                || response.getStatus() != Status.OK.getStatusCode()
                || !hasOneBody(response.getEntity())) {
            return;
        }
        EntityTag tag = tag(response, request.getProperty(PolledTag.PROPERTY));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, PolledTag.CACHE_CONTROL);
        List<String> known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && IfNoneMatch.matches(known, tag.getValue())) {
            response.setEntity(null);
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
        }
    }

    /** Excludes streams, whose end nobody knows when the header is written. */
    private static boolean hasOneBody(Object entity) {
        return entity instanceof Record || entity instanceof Collection<?>;
    }

    private EntityTag tag(ContainerResponseContext response, Object known) throws JsonProcessingException {
        if (response.getEntityTag() != null) {
            return response.getEntityTag();
        }
        return new EntityTag(
                known == null ? digest(json.writeValueAsBytes(response.getEntity())) : known.toString(), true);
    }

    /** Returns a text that differs for different bytes. */
    static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

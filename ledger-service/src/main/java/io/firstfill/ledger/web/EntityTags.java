package io.firstfill.ledger.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.query.Page;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds an entity tag to every page, and answers 304 without a body when the page has not changed: dashboards poll every
 * five seconds (FR-006).
 */
class EntityTags {
    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(response.getEntity() instanceof Page<?> page)) {
            return;
        }
        byte[] body = json.writeValueAsBytes(page);
        EntityTag tag = new EntityTag(Hash.ofBytes(body).hex().substring(0, 32));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
        if (unchanged != null) {
            response.setEntity(null);
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        }
    }
}

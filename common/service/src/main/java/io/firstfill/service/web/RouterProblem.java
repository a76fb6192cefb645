package io.firstfill.service.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A refusal that arises before or outside of the REST endpoints, as the same problem document (RFC 9457) that an
 * endpoint would give.
 *
 * @param headers what belongs to the status, such as {@code WWW-Authenticate}
 */
record RouterProblem(int status, String type, String detail, Map<String, String> headers) {
    private static final Logger LOG = Logger.getLogger(RouterProblem.class);

    static RouterProblem of(int status, String detail) {
        return new RouterProblem(status, "about:blank", detail, Map.of());
    }

    static RouterProblem unauthorized() {
        return new RouterProblem(
                401,
                "about:blank",
                "A valid token of the identity provider is needed",
                Map.of("WWW-Authenticate", "Bearer"));
    }

    static RouterProblem identityUnavailable() {
        return new RouterProblem(
                503,
                "urn:firstfill:problem:identity-provider",
                "The identity provider does not answer; try again",
                Map.of("Retry-After", "1"));
    }

    /** Answers the request, and throws away what the caller still sends of it. */
    void end(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        LOG.infof(
                "Request refused: status=%d method=%s type=%s",
                status, context.request().method(), type);
        response.end(body(context).toBuffer());
        context.request().resume();
    }

    private JsonObject body(RoutingContext context) {
        return new JsonObject()
                .put("type", type)
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .put("instance", ProblemInstance.of(context.request()))
                .put(RequestCorrelation.FIELD, RequestCorrelation.of(context));
    }
}

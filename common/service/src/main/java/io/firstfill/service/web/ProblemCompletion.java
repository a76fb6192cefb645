package io.firstfill.service.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Completes every problem of an endpoint, whoever made it: type, detail, the path as called and the correlation id. One
 * log line names the refusal, under the same correlation id.
 */
class ProblemCompletion {
    private static final Logger LOG = Logger.getLogger(ProblemCompletion.class);
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final URI NO_TYPE = URI.create("about:blank");

    private final AllowedMethods allowed;

    ProblemCompletion(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerResponseFilter
    public void complete(ContainerResponseContext response, UriInfo uri, RoutingContext context) {
        if (response.getEntity() instanceof HttpProblem problem) {
            if (problem.getStatusCode() == METHOD_NOT_ALLOWED) {
                response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed.of(uri.getPath())));
            }
            HttpProblem completed = completed(problem, context);
            response.setEntity(completed);
            LOG.infof(
                    "Request refused: status=%d method=%s type=%s",
                    problem.getStatusCode(), context.request().method(), completed.getType());
        }
    }

    private static HttpProblem completed(HttpProblem problem, RoutingContext context) {
        HttpProblem.Builder builder = HttpProblem.builder(problem)
                .withInstance(ProblemInstance.encodedOnce(ProblemInstance.of(context.request())))
                .with(RequestCorrelation.FIELD, RequestCorrelation.of(context));
        if (problem.getType() == null) {
            builder.withType(NO_TYPE);
        }
        if (problem.getDetail() == null) {
            builder.withDetail(detail(problem));
        }
        return builder.build();
    }

    private static String detail(HttpProblem problem) {
        if (problem.getParameters().containsKey("violations")) {
            return "Some fields must be corrected";
        }
        return switch (problem.getStatusCode()) {
            case 401 -> "A valid token of the identity provider is needed";
            case 403 -> "No role of the caller allows this";
            case 404 -> "Nothing is served at this path";
            case 405 -> "This path is not served for this method";
            case 406 -> "The answer is JSON";
            case 415 -> "The body must be JSON";
            case 500 -> "The service failed; its log has the reason under the correlation id";
            default -> "The request was refused";
        };
    }
}

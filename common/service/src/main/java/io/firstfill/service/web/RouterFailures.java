package io.firstfill.service.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers what fails or is not found outside of the REST endpoints with a problem document instead of HTML or nothing.
 */
class RouterFailures {
    private static final Logger LOG = Logger.getLogger(RouterFailures.class);
    /** By its name, because only the public APIs have the library on their class path. */
    private static final String PROVIDER_AWAY = "io.quarkus.oidc.OIDCException";

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    /** Before the failure handler of Quarkus, which is the last. */
    private static final int FIRST = -1000;

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(RouterFailures::answer);
        router.errorHandler(
                NOT_FOUND,
                context -> RouterProblem.of(NOT_FOUND, "Nothing is served at this path")
                        .end(context));
        router.errorHandler(
                METHOD_NOT_ALLOWED,
                context -> new RouterProblem(
                                METHOD_NOT_ALLOWED,
                                "about:blank",
                                "This path is not served for this method",
                                // What is no REST endpoint is a file or a document.
                                Map.of("Allow", "GET, HEAD"))
                        .end(context));
    }

    private static void answer(RoutingContext context) {
        problem(context.failure(), context.statusCode()).end(context);
    }

    private static RouterProblem problem(@Nullable Throwable failure, int status) {
        return switch (failure) {
            case UnauthorizedException anonymous -> RouterProblem.unauthorized();
            case AuthenticationFailedException badToken -> RouterProblem.unauthorized();
            case ForbiddenException denied -> RouterProblem.of(403, "No role of the caller allows this");
            case null -> RouterProblem.of(status < 400 ? 500 : status, "The request was refused");
            case RuntimeException away
            when away.getClass().getName().equals(PROVIDER_AWAY) -> RouterProblem.identityUnavailable();
            default -> {
                if (status >= 400 && status < 500) {
                    yield RouterProblem.of(status, "The request is not valid");
                }
                LOG.error("Request failed outside of the endpoints", failure);
                yield RouterProblem.of(500, "The service failed; its log has the reason under the correlation id");
            }
        };
    }
}

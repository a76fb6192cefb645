package io.firstfill.ledger.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 503 while no token can be checked, because the identity provider has not answered yet. */
class IdentityProviderAway {
    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    Response map(OIDCException failure) {
        return HttpProblem.builder()
                .withTitle("Service Unavailable")
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withDetail("The identity provider does not answer; try again")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }
}

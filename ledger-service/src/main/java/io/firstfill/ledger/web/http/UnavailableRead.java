package io.firstfill.ledger.web.http;

import io.firstfill.ledger.query.ReadUnavailableException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 503 for a query that the database did not answer in time, with the reason and what to do. */
class UnavailableRead {
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    Response map(ReadUnavailableException failure) {
        return HttpProblem.builder()
                .withTitle("Service Unavailable")
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withDetail(failure.getMessage())
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }
}

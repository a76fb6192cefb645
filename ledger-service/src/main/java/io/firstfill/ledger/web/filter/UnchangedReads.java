package io.firstfill.ledger.web.filter;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.http.ChangedBy;
import io.firstfill.service.web.PolledTag;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a poll that nothing has changed for ({@link ChangedBy}) by 304, after a look at the last row of each topic
 * and at no big table. The rows are read before the answer is, so an answer may be newer than its tag, and never older.
 */
class UnchangedReads {
    private static final int PRIORITY = QueryRules.PRIORITY + 2;

    private final LedgerQueries queries;

    UnchangedReads(LedgerQueries queries) {
        this.queries = queries;
    }

    @ServerRequestFilter(priority = PRIORITY)
    Uni<@Nullable Response> check(ContainerRequestContext request, ResourceInfo resource) {
        ChangedBy changedBy = Optional.ofNullable(resource.getResourceMethod().getAnnotation(ChangedBy.class))
                .orElseGet(() -> resource.getResourceClass().getAnnotation(ChangedBy.class));
        if (changedBy == null) {
            return Uni.createFrom().nullItem();
        }
        UriInfo uri = request.getUriInfo();
        EnvironmentId environment = Optional.ofNullable(uri.getQueryParameters().getFirst("environment"))
                .flatMap(Parameters.value(EnvironmentId::of))
                .orElse(null);
        return queries.heads(List.of(changedBy.value()), environment)
                .map(heads -> PolledTag.check(
                                request,
                                uri.getRequestUri().getRawPath() + "?"
                                        + uri.getRequestUri().getRawQuery() + "\n" + String.join("\n", heads))
                        .orElse(null));
    }
}

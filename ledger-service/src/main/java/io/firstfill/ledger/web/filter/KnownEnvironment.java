package io.firstfill.ledger.web.filter;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Violations;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a read about one environment ({@link OfEnvironment}) that names no environment, or one of which nothing is
 * recorded and which the deployment does not have: an empty chain would otherwise count as an intact one.
 */
class KnownEnvironment {
    private static final int PRIORITY = QueryRules.PRIORITY + 1;

    private final LedgerQueries queries;
    private final Environments environments;

    KnownEnvironment(LedgerQueries queries, Environments environments) {
        this.queries = queries;
        this.environments = environments;
    }

    @ServerRequestFilter(priority = PRIORITY)
    Uni<@Nullable Response> check(UriInfo uri, ResourceInfo resource) {
        if (!resource.getResourceMethod().isAnnotationPresent(OfEnvironment.class)) {
            return Uni.createFrom().nullItem();
        }
        Violations violations = new Violations();
        EnvironmentId environment =
                Parameters.requiredEnvironment(uri.getQueryParameters().getFirst("environment"), violations);
        violations.throwIfAny();
        return isKnown(Objects.requireNonNull(environment)).map(known -> {
            if (!known) {
                throw new NotFoundException("There is no such environment");
            }
            return null;
        });
    }

    private Uni<Boolean> isKnown(EnvironmentId environment) {
        return environments.all().containsKey(environment)
                ? Uni.createFrom().item(true)
                : queries.isRecorded(environment);
    }
}

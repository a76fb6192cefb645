package io.firstfill.ledger.web.result;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.result.ResultItem;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sums what positions have brought. */
@Path("/api/ledger/v1/result")
@Tag(
        name = "result",
        description = "Profit and loss, fees and slippage, by position, run, UTC day, source or order style")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy({Topics.ORDERS, Topics.EXITS, Topics.MARKS, Topics.PRICES, Topics.LISTINGS, Topics.RUNS})
class ResultResource {
    private final LedgerQueries queries;

    ResultResource(LedgerQueries queries) {
        this.queries = queries;
    }

    /** Lists sums, each of one quote asset, the latest first: days by themselves, others by their first position. */
    @GET
    @OfEnvironment
    @Operation(operationId = "listResults")
    public Uni<Page<ResultItem>> list(@BeanParam ResultParameters parameters) {
        return queries.results(parameters.request());
    }
}

package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.CredentialItem;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists what was known about the exchange credentials, and finds what is known now. */
@Path("/api/ledger/v1/credentials")
@Tag(name = "credentials", description = "What was known about the exchange credentials, by time")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.CREDENTIALS)
class CredentialsResource {
    private final LedgerQueries queries;

    CredentialsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listCredentials")
    public Uni<Page<CredentialItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.CREDENTIALS, parameters.pageRequest(ReportLists.CREDENTIALS));
    }

    /** Returns what is known now, 404 where nothing was ever reported. */
    @GET
    @Path("latest")
    @OfEnvironment
    @Operation(operationId = "getLatestCredential")
    public Uni<CredentialItem> latest(@QueryParam("environment") @Parameter(required = true) String environment) {
        return queries.latest(ReportLists.CREDENTIALS, environment).map(NotFound::ifEmpty);
    }
}

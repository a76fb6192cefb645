package io.firstfill.ledger.web.report;

import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.MissedListing;
import io.firstfill.ledger.query.report.MissedReport;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the listings that opened and were not bought, and the hourly reports that name them. */
@Path("/api/ledger/v1/missed-listings")
@Tag(name = "missed listings", description = "Listings that opened and were not bought, by their opening")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(MissedListingsResource.REPORTED)
class MissedListingsResource {
    /** What the store of the reports changes with each of them, in place of a topic. */
    static final String REPORTED = "missed-listings";

    private final LedgerQueries queries;

    MissedListingsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listMissedListings")
    public Uni<Page<MissedListing>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.MISSED_LISTINGS, parameters.pageRequest(ReportLists.MISSED_LISTINGS));
    }

    /** Lists the reports; an hour without one has not been reported yet. */
    @GET
    @Path("reports")
    @Operation(operationId = "listMissedListingReports")
    public Uni<Page<MissedReport>> reports(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.MISSED_REPORTS, parameters.pageRequest(ReportLists.MISSED_REPORTS));
    }
}

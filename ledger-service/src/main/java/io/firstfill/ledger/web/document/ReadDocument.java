package io.firstfill.ledger.web.document;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ApiList.Accepted;
import io.firstfill.ledger.query.report.ReportLists;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the OpenAPI document: a list shows the filters that it accepts, with their values, and no others; every
 * read shows its entity tag and its errors.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ReadDocument implements OASFilter {
    private static final String API = "/api/ledger/v1/";
    private static final String PUBLIC = API + "recording";
    private static final String EXPORTS = API + "exports/";
    private static final String PROBLEM = "Problem";
    /** An export is one file without pages. */
    private static final Set<String> PAGES = Set.of("limit", "cursor");

    private static final Map<String, ApiList<?>> LISTS = Map.ofEntries(
            Map.entry("configurations", ApiList.CONFIGURATIONS),
            Map.entry("runs", ApiList.RUNS),
            Map.entry("listings", ApiList.LISTINGS),
            Map.entry("orders", ApiList.ORDERS),
            Map.entry("trades", ApiList.TRADES),
            Map.entry("positions", ApiList.POSITIONS),
            Map.entry("permits", ApiList.PERMITS),
            Map.entry("alerts", ApiList.ALERTS),
            Map.entry("credentials", ReportLists.CREDENTIALS),
            Map.entry("trading-states", ReportLists.TRADING_STATES),
            Map.entry("caps", ReportLists.CAPS),
            Map.entry("cap-events", ReportLists.CAP_EVENTS),
            Map.entry("balances", ReportLists.BALANCES),
            Map.entry("guardrails", ReportLists.GUARDRAILS),
            Map.entry("success-rates", ReportLists.SUCCESS_RATES),
            Map.entry("missed-listings", ReportLists.MISSED_LISTINGS),
            Map.entry("missed-listings/reports", ReportLists.MISSED_REPORTS));

    private static final Map<String, String> ERRORS = Map.of(
            "400", "A parameter is unknown, repeated or unreadable; violations name each",
            "401", "No valid token",
            "403", "The token has no role that may do this",
            "503", "The database did not answer in time; repeat the request later");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getComponents().addSchema(PROBLEM, Problems.schema());
        document.getPaths().getPathItems().forEach(ReadDocument::complete);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> addErrors(path, operation));
        Operation get = item.getGET();
        if (get == null) {
            return;
        }
        if (path.startsWith(EXPORTS)) {
            describeExport(get);
            return;
        }
        addEntityTag(get);
        ApiList<?> list = path.startsWith(API) ? LISTS.get(path.substring(API.length())) : null;
        if (list != null && get.getParameters() != null) {
            get.setParameters(get.getParameters().stream()
                    .filter(parameter -> isAccepted(parameter.getName(), list.filters()))
                    .map(parameter -> withValues(parameter, list.filters()))
                    .toList());
        }
    }

    /** The filters of orders are those of every list that is exported, and more. */
    private static void describeExport(Operation get) {
        get.setParameters(get.getParameters().stream()
                .filter(parameter -> !PAGES.contains(parameter.getName()))
                .filter(parameter -> isAccepted(parameter.getName(), ApiList.ORDERS.filters()))
                .toList());
    }

    private static boolean isAccepted(String name, Accepted filters) {
        return switch (name) {
            case "status" -> !filters.statuses().isEmpty();
            case "kind" -> !filters.kinds().isEmpty();
            case "runId" -> filters.byRun();
            case "pair" -> filters.byPair();
            case "reason" -> filters.byReason();
            default -> true;
        };
    }

    private static Parameter withValues(Parameter parameter, Accepted filters) {
        return switch (parameter.getName()) {
            case "status" -> several(parameter, filters.statuses());
            case "kind" -> several(parameter, filters.kinds());
            default -> parameter;
        };
    }

    private static Parameter several(Parameter parameter, List<String> values) {
        Schema item = OASFactory.createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(values));
        return parameter
                .style(Parameter.Style.FORM)
                .explode(false)
                .schema(OASFactory.createSchema().addType(SchemaType.ARRAY).items(item));
    }

    private static void addEntityTag(Operation get) {
        Header tag = OASFactory.createHeader()
                .description("Weak; a request with it in If-None-Match is answered by 304 while nothing has changed")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
        Optional.ofNullable(get.getResponses().getAPIResponse("200")).ifPresent(found -> found.addHeader("ETag", tag));
        get.getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("Nothing has changed since the answer with the tag of If-None-Match"));
    }

    private static void addErrors(String path, Operation operation) {
        ERRORS.forEach((status, description) -> {
            if (!path.equals(PUBLIC) || status.equals("400")) {
                addProblem(operation, status, description);
            }
        });
        if (path.contains("{") || isAboutOneEnvironment(operation)) {
            addProblem(operation, "404", "Nothing with this id, or no such environment, is recorded");
        }
    }

    private static boolean isAboutOneEnvironment(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals("environment")
                                && Boolean.TRUE.equals(parameter.getRequired()));
    }

    private static void addProblem(Operation operation, String status, String description) {
        APIResponse problem = OASFactory.createAPIResponse()
                .description(description)
                .content(Problems.content("#/components/schemas/" + PROBLEM));
        operation.getResponses().addAPIResponse(status, problem);
    }
}

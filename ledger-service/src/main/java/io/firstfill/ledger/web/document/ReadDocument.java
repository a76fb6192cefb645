package io.firstfill.ledger.web.document;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ApiList.Accepted;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.query.result.ExitLists;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds to the OpenAPI document what the lists know: the filters that each accepts, with their values, and no others;
 * the values of the same fields in its items; exports as files.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ReadDocument implements OASFilter {
    private static final String API = "/api/ledger/v1/";
    private static final String EXPORTS = API + "exports/";
    private static final String REASON = "^[A-Z][A-Z0-9_]{0,49}$";
    private static final Set<String> PAGES = Set.of("limit", "cursor");
    /** The fields of items that the parameter {@code status} filters by; an item has one of them. */
    private static final Set<String> STATUS_FIELDS = Set.of("status", "state", "cause");

    private static final Map<String, ApiList<?>> LISTS = Map.ofEntries(
            Map.entry("configurations", ApiList.CONFIGURATIONS),
            Map.entry("runs", ApiList.RUNS),
            Map.entry("listings", ApiList.LISTINGS),
            Map.entry("orders", ApiList.ORDERS),
            Map.entry("trades", ApiList.TRADES),
            Map.entry("positions", ApiList.POSITIONS),
            Map.entry("exits", ExitLists.EXITS),
            Map.entry("sells", ExitLists.SELLS),
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
            Map.entry("missed-listings/reports", ReportLists.MISSED_REPORTS),
            Map.entry("notifications", ReportLists.NOTIFICATIONS));

    /** The filters that only some of the exported lists have. */
    private static final Accepted EXPORTED = Accepted.statuses(valuesOf(ApiList::statuses))
            .andRun()
            .andPair()
            .andKinds(valuesOf(list -> list.filters().kinds()))
            .andReason();

    private static String[] valuesOf(Function<ApiList<?>, List<String>> filter) {
        return Stream.of(ApiList.ORDERS, ApiList.POSITIONS, ExitLists.EXITS, ExitLists.SELLS)
                .flatMap(list -> filter.apply(list).stream())
                .distinct()
                .toArray(String[]::new);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach(ReadDocument::describe);
        LISTS.values().forEach(list -> describe(list, document.getComponents()));
    }

    private static void describe(String path, PathItem item) {
        Operation get = item.getGET();
        if (get == null) {
            return;
        }
        if (path.startsWith(EXPORTS)) {
            describeExport(get);
            return;
        }
        ApiList<?> list = path.startsWith(API) ? LISTS.get(path.substring(API.length())) : null;
        if (list != null && get.getParameters() != null) {
            get.setParameters(get.getParameters().stream()
                    .filter(parameter -> isAccepted(parameter.getName(), list.filters()))
                    .map(parameter -> withValues(parameter, list.filters()))
                    .toList());
        }
    }

    /** Gives each field that a list filters by the same values in the items of the list. */
    private static void describe(ApiList<?> list, Components components) {
        Schema item = components.getSchemas().get(list.item().getSimpleName());
        if (item == null) {
            throw new IllegalStateException("No schema of " + list.item());
        }
        STATUS_FIELDS.forEach(field -> describe(item, field, list.statuses()));
        describe(item, "kind", list.filters().kinds());
    }

    private static void describe(Schema item, String field, List<String> values) {
        Schema property = item.getProperties().get(field);
        if (property != null && property.getRef() == null && !values.isEmpty()) {
            property.setEnumeration(List.copyOf(values));
        }
    }

    /** An export is one file without pages. */
    private static void describeExport(Operation get) {
        get.setParameters(get.getParameters().stream()
                .filter(parameter -> !PAGES.contains(parameter.getName()))
                .filter(parameter -> isAccepted(parameter.getName(), EXPORTED))
                .map(parameter -> withValues(parameter, EXPORTED))
                .toList());
        Stream.of(get.getResponses().getAPIResponse("200"))
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .forEach(ReadDocument::describeFile);
    }

    private static void describeFile(MediaType media) {
        media.setSchema(OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
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
            case "status" -> several(parameter, text().enumeration(List.copyOf(filters.statuses())));
            case "kind" -> several(parameter, text().enumeration(List.copyOf(filters.kinds())));
            case "reason" -> several(parameter, text().pattern(REASON));
            default -> parameter;
        };
    }

    private static Parameter several(Parameter parameter, Schema item) {
        return parameter
                .style(Parameter.Style.FORM)
                .explode(false)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.ARRAY)
                        .items(item)
                        .minItems(1));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

package io.firstfill.control.web;

import io.firstfill.service.openapi.Headers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to the API's description what holds for every command: each POST, PUT and DELETE sends one. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public class CommandOperations implements OASFilter {
    private static final String KEY = "A repeated request gets the answer of the first and does nothing further; the"
            + " same key with another request is refused with 422. A key belongs to its caller, the environment and the"
            + " kind of command. HALTED and REDUCING are sent again when another state was commanded since. The latest"
            + " 20,000 commands are remembered, also over a restart, for a week";

    private static final Set<String> TAGGED = Set.of(
            "createConfiguration",
            "replaceConfiguration",
            "archiveConfiguration",
            "unarchiveConfiguration",
            "setGuardrails");

    @Override
    public PathItem filterPathItem(PathItem item) {
        Stream.of(item.getPOST(), item.getPUT(), item.getDELETE())
                .filter(Objects::nonNull)
                .forEach(CommandOperations::describe);
        return item;
    }

    private static void describe(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(Caller.KEY)
                .in(Parameter.In.HEADER)
                .description(KEY)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(Caller.LONGEST_KEY)));
        describeTag(operation);
        add(operation.getResponses(), "422", "The Idempotency-Key was used for another request");
        add(operation.getResponses(), "503", "Not recorded, or the service still replays its topics: send it again");
    }

    private static void add(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    /** A configuration and the guardrails are given with the tag that the next change names. */
    private static void describeTag(Operation operation) {
        if (operation.getOperationId() != null && TAGGED.contains(operation.getOperationId())) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.equals("200") || status.equals("201")) {
                    response.addHeader("ETag", Headers.reference("ETag"));
                }
            });
        }
    }

    /** Adds what problems of control say beyond those of every service. */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSchema(
                        "Problem",
                        OASFactory.createSchema()
                                .addProperty(
                                        "items",
                                        OASFactory.createSchema()
                                                .addType(SchemaType.ARRAY)
                                                .description("Of gate-closed: what keeps a run from starting")
                                                .items(reference("GateItem")))
                                .addProperty("activeRunId", reference("RunId"))
                                .addProperty("name", text("Of name-taken: the name"))
                                .addProperty("state", reference("RunState"))
                                .addProperty("reason", text("Of run-not-active: RUN_NOT_ACTIVE")));
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}

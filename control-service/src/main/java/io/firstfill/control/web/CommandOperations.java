package io.firstfill.control.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to the API's description what holds for every command: each POST and PUT sends one. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommandOperations implements OASFilter {
    private static final String KEY = "A repeated request gets the answer of the first and does nothing further; the"
            + " same key with another request is refused with 422. A key belongs to its caller, the environment and the"
            + " kind of command. HALTED and REDUCING are sent again when another state was commanded since. The latest"
            + " 20,000 commands are remembered, also over a restart, for a week";

    @Override
    public PathItem filterPathItem(PathItem item) {
        Stream.of(item.getPOST(), item.getPUT()).filter(Objects::nonNull).forEach(CommandOperations::describe);
        return item;
    }

    private static void describe(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(Caller.KEY)
                .in(Parameter.In.HEADER)
                .description(KEY)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(Caller.LONGEST_KEY)));
        add(operation.getResponses(), "422", "The Idempotency-Key was used for another request");
        add(operation.getResponses(), "503", "Not recorded, or the service still replays its topics: send it again");
    }

    private static void add(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }
}

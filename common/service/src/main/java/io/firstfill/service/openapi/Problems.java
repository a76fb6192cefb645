package io.firstfill.service.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of every refusal: problem details (RFC 9457), with members of our own. */
final class Problems {
    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";

    static final Set<String> NAMES = Set.of(PROBLEM, VIOLATION);

    private Problems() {}

    /** Describes the problem. What a service has put under that name before are members that its problems add. */
    static void define(Components components) {
        Map<String, Schema> added = Optional.ofNullable(components.getSchemas().get(PROBLEM))
                .map(Schema::getProperties)
                .orElse(Map.of());
        Schema problem = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Why a request was refused, or failed (RFC 9457)")
                .required(List.of("type", "title", "status", "detail", "correlationId"))
                .addProperty(
                        "type",
                        text("Distinguishes what the status alone does not: urn:firstfill:problem:…, else about:blank")
                                .format("uri")
                                .addExample("urn:firstfill:problem:invalid"))
                .addProperty("title", text("The reason phrase of the status").addExample("Bad Request"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599))
                                .addExample(400))
                .addProperty("detail", text("What was wrong, for a person").addExample("Some fields must be corrected"))
                .addProperty(
                        "instance",
                        text("The path as it was called")
                                .format("uri-reference")
                                .addExample("/api/control/v1/runs"))
                .addProperty(
                        "correlationId",
                        text("Names the request in the logs of every part")
                                .addExample("1f0e3c9a-5b7d-4c55-9a0e-2f6f0f7b8f11"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Every place that must be corrected")
                                .items(OASFactory.createSchema().ref("#/components/schemas/" + VIOLATION)));
        added.forEach(problem::addProperty);
        components.addSchema(PROBLEM, problem);
        components.addSchema(VIOLATION, violation());
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A place in the request that must be corrected")
                .required(List.of("field", "in", "message"))
                .addProperty(
                        "field",
                        text("The parameter, or the field's path in the body; empty for the body as a whole")
                                .addExample("caps.spend"))
                .addProperty(
                        "in",
                        text("Where in the request")
                                .enumeration(List.of("query", "body", "header", "path"))
                                .addExample("body"))
                .addProperty("message", text("What the value must be").addExample("must not exceed 500"));
    }

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}

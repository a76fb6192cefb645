package io.firstfill.service.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes one operation of the document: who may call it, its parameters, headers and refusals. */
record ApiOperation(String path, HttpMethod method, Operation operation) {
    private static final String JSON = "application/json";
    private static final String NOT_MODIFIED = "304";

    void complete() {
        boolean open = Tokens.require(operation);
        describeParameters();
        if (isPolled()) {
            describeEntityTag();
        }
        describeSuccess();
        Refusals.add(operation.getResponses(), method, !open, operation.getRequestBody() != null, namesSomething());
        order();
    }

    /** A read with one body has an entity tag; a file does not. */
    private boolean isPolled() {
        return method == HttpMethod.GET
                && Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
                        .map(APIResponse::getContent)
                        .filter(content -> content.hasMediaType(JSON))
                        .isPresent();
    }

    private boolean namesSomething() {
        return path.contains("{")
                || parameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY
                                && Boolean.TRUE.equals(parameter.getRequired()));
    }

    private List<Parameter> parameters() {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    private void describeParameters() {
        parameters().stream()
                .filter(parameter -> parameter.getSchema() != null)
                .filter(parameter -> ValueSchemas.isPlainText(parameter.getSchema()))
                .forEach(parameter -> ValueSchemas.ofName(parameter.getName())
                        .ifPresent(type ->
                                parameter.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + type))));
    }

    private void describeEntityTag() {
        operation.addParameter(OASFactory.createParameter()
                .name("If-None-Match")
                .in(Parameter.In.HEADER)
                .description("The ETag of the answer that the caller has, for 304 while nothing has changed")
                .schema(OASFactory.createSchema().ref("#/components/schemas/EntityTags")));
        operation.getResponses().getAPIResponse("200").addHeader("ETag", Headers.reference("ETag"));
        APIResponse unchanged = OASFactory.createAPIResponse()
                .description("Nothing has changed since the answer with the tag of If-None-Match; without a body")
                .addHeader("ETag", Headers.reference("ETag"));
        operation.getResponses().addAPIResponse(NOT_MODIFIED, unchanged);
    }

    private void describeSuccess() {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") || status.equals(NOT_MODIFIED)) {
                response.addHeader("X-Correlation-Id", Headers.reference("X-Correlation-Id"));
            }
            if (status.equals("201")) {
                response.addHeader("Location", Headers.reference("Location"));
            }
        });
    }

    /** Puts the responses in the order of their status, so that the document does not change with a hash. */
    private void order() {
        Map<String, APIResponse> ordered = new LinkedHashMap<>();
        List<String> statuses =
                new ArrayList<>(operation.getResponses().getAPIResponses().keySet());
        statuses.sort(null);
        statuses.forEach(status -> ordered.put(status, operation.getResponses().getAPIResponse(status)));
        operation.getResponses().setAPIResponses(ordered);
    }
}

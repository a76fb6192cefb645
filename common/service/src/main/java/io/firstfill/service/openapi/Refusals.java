package io.firstfill.service.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** The refusals that every API shares, the gateway's among them. All have the body {@link Problems}. */
enum Refusals {
    BAD_REQUEST("400", "The request cannot be read, or something in it must be corrected: violations name each place"),
    UNAUTHORIZED("401", "No valid token", "WWW-Authenticate"),
    FORBIDDEN("403", "No role of the token allows this"),
    NOT_FOUND("404", "Nothing has this name here"),
    NOT_ACCEPTABLE("406", "The answer has another media type than those that the caller accepts"),
    REQUEST_TIMEOUT("408", "The request did not arrive in time"),
    CONFLICT("409", "What is there now does not allow this"),
    LENGTH_REQUIRED("411", "The length of the body must be declared"),
    PRECONDITION_FAILED("412", "Another version than that of If-Match is the latest"),
    CONTENT_TOO_LARGE("413", "The body is too large"),
    URI_TOO_LONG("414", "The request target is too long"),
    UNSUPPORTED_MEDIA_TYPE("415", "The body must be JSON"),
    EXPECTATION_FAILED("417", "The only Expect is 100-continue"),
    UNPROCESSABLE_CONTENT("422", "The request can be read, and what it asks for is not possible"),
    PRECONDITION_REQUIRED("428", "If-Match is missing"),
    HEADERS_TOO_LARGE("431", "The headers are too large"),
    SERVICE_FAILED("500", "The service failed; its log has the reason under the correlation id"),
    BAD_GATEWAY("502", "The service cannot be reached"),
    UNAVAILABLE("503", "Not possible now: the detail says why, and Retry-After when to come again", "Retry-After"),
    GATEWAY_TIMEOUT("504", "The service did not answer in time");

    private static final List<Refusals> ANY = List.of(
            BAD_REQUEST,
            NOT_ACCEPTABLE,
            REQUEST_TIMEOUT,
            URI_TOO_LONG,
            EXPECTATION_FAILED,
            HEADERS_TOO_LARGE,
            SERVICE_FAILED,
            BAD_GATEWAY,
            UNAVAILABLE,
            GATEWAY_TIMEOUT);

    /** The description that the framework writes where nobody has described the status. */
    private static final Set<String> FRAMEWORK = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private final String status;
    private final String description;
    private final @Nullable String header;

    Refusals(String status, String description) {
        this(status, description, null);
    }

    /** @param header given beside the correlation id */
    Refusals(String status, String description, @Nullable String header) {
        this.status = status;
        this.description = description;
        this.header = header;
    }

    static void define(Components components) {
        Problems.define(components);
        for (Refusals refusal : values()) {
            components.addResponse(refusal.component(), refusal.described(refusal.description));
        }
    }

    /** Adds every refusal of an operation, and completes those that the operation states by a description alone. */
    static void add(APIResponses responses, HttpMethod method, boolean secured, boolean hasBody, boolean named) {
        Set<Refusals> refusals = EnumSet.copyOf(ANY);
        if (secured) {
            refusals.addAll(List.of(UNAUTHORIZED, FORBIDDEN));
        }
        if (named) {
            refusals.add(NOT_FOUND);
        }
        if (hasBody || method != HttpMethod.GET) {
            refusals.addAll(List.of(LENGTH_REQUIRED, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        Arrays.stream(values())
                .filter(refusal -> responses.hasAPIResponse(refusal.status))
                .forEach(refusals::add);
        refusals.forEach(refusal ->
                responses.addAPIResponse(refusal.status, refusal.response(responses.getAPIResponse(refusal.status))));
    }

    private APIResponse response(@Nullable APIResponse stated) {
        return Optional.ofNullable(stated)
                .map(APIResponse::getDescription)
                .filter(text -> !FRAMEWORK.contains(text))
                .map(this::described)
                .orElseGet(() -> OASFactory.createAPIResponse().ref("#/components/responses/" + component()));
    }

    private APIResponse described(String text) {
        APIResponse response = OASFactory.createAPIResponse().description(text).content(Problems.content());
        response.addHeader("X-Correlation-Id", Headers.reference("X-Correlation-Id"));
        if (header != null) {
            response.addHeader(header, Headers.reference(header));
        }
        return response;
    }

    private String component() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}

package io.firstfill.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.testkit.openapi.ApiDescription.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Compares what an API answers with what its document says: the status, the media type, the body by the schema of its
 * operation and status, and the headers that the document promises.
 */
public final class DescribedAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Given only where there is something to say. */
    private static final Set<String> SOMETIMES = Set.of("Link", "Retry-After");

    private final ApiDescription api;
    private final JsonSchemas schemas;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    public DescribedAnswers(ApiDescription api) {
        this.api = api;
        this.schemas = new JsonSchemas(api.document());
    }

    /** One answer. Names of headers are compared without regard to case. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public Answer {
            Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            named.putAll(headers);
            headers = named;
        }
    }

    /** The answer in a line: {@code GET /api/control/v1/runs 200}. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    /**
     * Returns what the document does not say of the answer; nothing where no operation serves the request, and for a
     * method that the path does not have.
     *
     * @param target the path and query as sent
     */
    public List<String> undescribed(String method, String target, Answer answer) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return api.operation(method, path)
                .map(operation -> undescribed(operation, answer).stream()
                        .map(complaint ->
                                operation + " " + answer.status() + ": " + complaint + ", in " + answer.body())
                        .toList())
                .orElse(List.of());
    }

    private List<String> undescribed(Operation operation, Answer answer) {
        seen.add(operation + " " + answer.status());
        JsonNode response = operation.description().path("responses").path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            return List.of("the status is not in the document");
        }
        JsonNode described = api.resolved(response);
        Optional<String> missing = missingHeader(described, answer);
        return missing.isPresent() ? List.of(missing.get()) : body(described.path("content"), answer);
    }

    private static Optional<String> missingHeader(JsonNode described, Answer answer) {
        return described.path("headers").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !SOMETIMES.contains(name) && !answer.headers().containsKey(name))
                .map(name -> "the header " + name + " is missing")
                .findFirst();
    }

    private List<String> body(JsonNode content, Answer answer) {
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("the document has no body");
        }
        String type = answer.headers()
                .getOrDefault("Content-Type", "")
                .split(";", 2)[0]
                .toLowerCase(Locale.ROOT);
        JsonNode media = content.path(type);
        if (!media.has("schema")) {
            return List.of("the document has no body of type " + type);
        }
        return type.equals("application/json") || type.endsWith("+json")
                ? schemas.violations(media.path("schema"), read(answer.body()))
                : List.of();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}

package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One GET of the OpenAPI document.
 *
 * @param parameters its declared query parameters
 * @param required those that it requires, with a valid value
 */
public record DeclaredRead(String path, List<String> parameters, Map<String, String> required) {
    private static final String UNKNOWN = new UUID(7, 7).toString();

    /** Returns every GET of the document. */
    public static List<DeclaredRead> all() {
        List<DeclaredRead> reads = new ArrayList<>();
        JsonNode document = document();
        String server = document.at("/servers/0/url").asText();
        document.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (!get.isMissingNode()) {
                reads.add(of(server + path.getKey(), get));
            }
        });
        assertThat(reads).hasSizeGreaterThan(25);
        return reads;
    }

    private static DeclaredRead of(String path, JsonNode get) {
        List<String> parameters = new ArrayList<>();
        Map<String, String> required = new TreeMap<>();
        get.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                parameters.add(parameter.path("name").asText());
                if (parameter.path("required").asBoolean()) {
                    required.put(parameter.path("name").asText(), isNumber(parameter) ? "1" : "paper");
                }
            }
        });
        return new DeclaredRead(path, parameters, required);
    }

    private static boolean isNumber(JsonNode parameter) {
        return parameter.at("/schema/type").asText().equals("integer");
    }

    static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(given().queryParam("format", "JSON")
                            .get("/api/ledger/v1/openapi")
                            .asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public RequestSpecification request() {
        return given().queryParams(required);
    }

    /** Returns the path with a key that nothing has. */
    String called() {
        return called(UNKNOWN);
    }

    public String called(String key) {
        return path.replace("{version}", "1").replace("{list}", "orders").replaceAll("\\{[a-zA-Z]+}", key);
    }

    /** Whether the read gives everything in one file, which no reader keeps. */
    public boolean isExport() {
        return path.contains("/exports/");
    }

    /** Whether the read is about an interval of time; versions that are compared are none. */
    boolean hasInterval() {
        return has("from") && !required.containsKey("from");
    }

    boolean isOfEnvironment() {
        return required.containsKey("environment");
    }

    public boolean has(String parameter) {
        return parameters.contains(parameter);
    }
}

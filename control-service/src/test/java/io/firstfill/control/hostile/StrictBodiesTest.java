package io.firstfill.control.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.firstfill.control.hostile.ApiFields.Endpoint;
import io.firstfill.control.hostile.ApiFields.Field;
import io.firstfill.control.hostile.ApiFields.Place;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Proves for every field of every body that a value of another type is refused by the name of the field, also one that
 * a lenient reader would convert, and for every body that fields given twice, unknown fields and text behind it are.
 */
@QuarkusTest
@WithTestResource(ControlResource.class)
class StrictBodiesTest {
    private static final String PLACEHOLDER = "\"the value under test\"";
    private static final Map<String, List<String>> WRONG = Map.of(
            "integer", List.of("1.5", "1.0", "\"10\"", "true", "1e2", "[]", "{}", "99999999999999999999"),
            "string", List.of("10", "1.5", "true", "[]", "{}", "[\"x\"]"),
            "boolean", List.of("1", "0", "\"true\"", "\"\"", "[]", "{}"),
            "array", List.of("\"x\"", "1", "true", "{}"),
            "object", List.of("\"x\"", "1", "true", "[]"));

    @Inject
    RespondingServices services;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> failures = new ArrayList<>();
    private int sent;

    @Test
    void noBodyIsReadByGuessing() throws IOException {
        services.reset();
        ApiFields api = new ApiFields(json.readTree(
                Api.viewer().basePath("").get(Api.ROOT + "/openapi?format=json").asString()));
        HostileSamples samples = new HostileSamples(services);

        for (Endpoint endpoint : api.endpoints()) {
            if (api.hasBody(endpoint)) {
                check(api, samples, endpoint);
            }
        }

        assertThat(failures).as("of %d bodies", sent).isEmpty();
        assertThat(sent).isGreaterThan(200);
    }

    private void check(ApiFields api, HostileSamples samples, Endpoint endpoint) throws IOException {
        RawRequest valid = samples.request(endpoint, api);
        ObjectNode least = samples.least(endpoint, api);
        for (Field field : api.fields(endpoint)) {
            if (field.place() == Place.BODY) {
                String type = api.type(endpoint, field.name());
                String template = RequestBodies.with(least.deepCopy(), field.name(), PLACEHOLDER);
                for (String wrong : WRONG.getOrDefault(type, List.of())) {
                    refused(valid, template.replace(PLACEHOLDER, wrong), field.name(), field + " = " + wrong);
                }
                String twice = template.replace(PLACEHOLDER, sample(type));
                if (!field.name().contains(".") && !field.name().endsWith("]")) {
                    String again = "{\"" + field.name() + "\":" + sample(type) + "," + twice.substring(1);
                    refused(valid, again, field.name(), field + " twice");
                }
            }
        }
        String body = least.toString();
        refused(valid, body + " {}", "", endpoint + " with text behind");
        refused(valid, body + "x", "", endpoint + " with text behind");
        refused(valid, "{\"unheardOf\":1," + body.substring(1), "unheardOf", endpoint + " with an unknown field");
    }

    private static String sample(String type) {
        return switch (type) {
            case "integer" -> "1";
            case "boolean" -> "true";
            case "array" -> "[]";
            case "object" -> "{}";
            default -> "\"x\"";
        };
    }

    private void refused(RawRequest valid, String body, String field, String what) throws IOException {
        sent++;
        RawRequest.Reply reply = new RawRequest(valid.method(), valid.target(), valid.headers(), RawRequest.utf8(body))
                .send(RestAssured.port);
        boolean named = false;
        if (reply.status() == 400) {
            for (JsonNode violation : json.readTree(reply.body()).path("violations")) {
                named |= violation.path("field").asText().startsWith(field);
            }
        }
        if (!named) {
            failures.add(what + " gave " + reply.status() + " " + reply.body());
        }
    }
}

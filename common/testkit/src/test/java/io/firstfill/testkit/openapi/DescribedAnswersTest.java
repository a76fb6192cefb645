package io.firstfill.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.openapi.DescribedAnswers.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever an answer has beyond its document, and whatever it lacks of it, is found. */
class DescribedAnswersTest {
    private static final String DOCUMENT = """
            {"servers": [{"url": "/api/shop/v1"}],
             "paths": {
               "/things/latest": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {}}}}}}},
               "/things/{id}": {"get": {"responses": {
                 "200": {"headers": {"ETag": {}, "Link": {}},
                         "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                 "304": {"description": "unchanged"},
                 "404": {"$ref": "#/components/responses/NotFound"}}}}},
             "components": {
               "responses": {"NotFound": {"content": {"application/problem+json": {
                 "schema": {"type": "object", "required": ["title"], "properties": {"title": {"type": "string"}}}}}}},
               "schemas": {
                 "Amount": {"type": "string", "pattern": "^[0-9]+$"},
                 "Thing": {"type": "object", "required": ["id", "price"], "properties": {
                   "id": {"type": "string", "format": "uuid"},
                   "price": {"$ref": "#/components/schemas/Amount"},
                   "colour": {"type": "string", "enum": ["RED"]},
                   "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}
            """;
    private static final String ID = "6f1c2a52-6d3e-5d8e-9a53-0c3a7d1f2b64";
    private static final String GOOD = "{\"id\": \"" + ID + "\", \"price\": \"12\"}";

    private final DescribedAnswers described = new DescribedAnswers(ApiDescription.of(DOCUMENT));

    @Test
    void whatIsAsDescribedIsNoComplaint() {
        assertThat(answer(200, GOOD)).isEmpty();
        assertThat(answer(200, GOOD.replace("}", ", \"colour\": \"RED\", \"parts\": [" + GOOD + "]}")))
                .isEmpty();
        assertThat(undescribed("/api/shop/v1/things/7?x=1", 304, "", "")).isEmpty();
        assertThat(undescribed("/api/shop/v1/things/7", 404, "application/problem+json", "{\"title\": \"no\"}"))
                .isEmpty();
        assertThat(described.seen()).contains("GET /api/shop/v1/things/{id} 404");
    }

    @Test
    void everyDifferenceIsFound() {
        assertThat(answer(500, GOOD)).singleElement().asString().contains("the status is not in the document");
        assertThat(answer(200, GOOD.replace("}", ", \"size\": 1}"))).isNotEmpty();
        assertThat(answer(200, "{\"id\": \"" + ID + "\"}")).isNotEmpty();
        assertThat(answer(200, GOOD.replace("12", "1,2"))).isNotEmpty();
        assertThat(answer(200, GOOD.replace("\"12\"", "12"))).isNotEmpty();
        assertThat(answer(200, GOOD.replace(ID, "7"))).isNotEmpty();
        assertThat(answer(200, GOOD.replace("}", ", \"colour\": \"BLUE\"}"))).isNotEmpty();
        assertThat(answer(200, GOOD.replace("}", ", \"parts\": [{}]}"))).isNotEmpty();
        assertThat(answer(200, "")).isNotEmpty();
        assertThat(undescribed("/api/shop/v1/things/7", 200, "text/html", GOOD)).isNotEmpty();
        assertThat(undescribed("/api/shop/v1/things/7", 304, "application/json", GOOD))
                .isNotEmpty();
        assertThat(described.undescribed(
                        "GET",
                        "/api/shop/v1/things/7",
                        new Answer(200, Map.of("content-type", "application/json"), GOOD)))
                .singleElement()
                .asString()
                .contains("the header ETag is missing");
    }

    @Test
    void aPathWithoutVariablesIsServedByItsOwnOperation() {
        assertThat(described.undescribed("GET", "/api/shop/v1/nothing", new Answer(200, Map.of(), "x")))
                .isEmpty();
        undescribed("/api/shop/v1/things/latest", 200, "application/json", "{}");
        assertThat(described.seen()).containsExactly("GET /api/shop/v1/things/latest 200");
    }

    private List<String> answer(int status, String body) {
        return undescribed("/api/shop/v1/things/7", status, "application/json;charset=UTF-8", body);
    }

    private List<String> undescribed(String target, int status, String type, String body) {
        return described.undescribed(
                "GET", target, new Answer(status, Map.of("Content-Type", type, "etag", "\"1\""), body));
    }
}

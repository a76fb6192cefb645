package io.firstfill.control.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** Every refusal is the same kind of document, wherever it arises, and can be found in the log. */
@QuarkusTest
@WithTestResource(ControlResource.class)
@SuppressWarnings("NullAway.Init") // injected before each test
class ProblemDocumentsTest {
    private static final String RUN = "/runs/00000000-0000-0000-0000-000000000001";

    @TestHTTPResource("/")
    URI service;

    @Test
    void whateverRefusesARequestSaysWhatWhereAndUnderWhichId() {
        problem(Api.anonymous().get("/runs"), 401, "/runs");
        problem(Api.viewer().body("{}").post("/runs"), 403, "/runs");
        problem(Api.viewer().get(RUN), 404, RUN);
        problem(Api.viewer().get("/runs/no-id"), 404, "/runs/no-id");
        problem(Api.viewer().get("/nothing/here?x=1"), 404, "/nothing/here");
        problem(Api.operator().delete("/runs"), 405, "/runs").header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        problem(Api.operator().body("{}").post(RUN), 405, RUN).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        problem(Api.operator().get(RUN + "/stop"), 405, RUN + "/stop").header("Allow", equalTo("OPTIONS, POST"));
        problem(Api.operator().contentType(ContentType.TEXT).body("{}").post("/runs"), 415, "/runs");
        problem(Api.operator().body("{\"environment\":").post("/runs"), 400, "/runs");
        problem(
                Api.operator().body("{}").put("/configurations/00000000-0000-0000-0000-000000000001"),
                404,
                "/configurations/00000000-0000-0000-0000-000000000001");
    }

    @Test
    void outsideOfTheApiTheDocumentIsTheSame() {
        complete(given().get("/nothing"), 404, "/nothing");
        complete(given().urlEncodingEnabled(false).get("/a%20b/%C3%A4"), 404, "/a%20b/%C3%A4");
        complete(given().get("/q/nothing"), 404, "/q/nothing");
        complete(given().post("/index.html"), 405, "/index.html").header("Allow", equalTo("GET, HEAD"));
        complete(given().get(Api.ROOT + "/openapi"), 401, Api.ROOT + "/openapi")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void whatIsTooLongIsRefusedByADocumentToo() throws Exception {
        String target = "/runs?x=" + "x".repeat(9 * 1024);
        problem(Api.viewer().get(target), 414, "/runs");
        problem(Api.viewer().header("X-Long", "x".repeat(33 * 1024)).get("/runs"), 431, "/runs");
        problem(Api.operator().body("x".repeat(256 * 1024 + 1)).post("/runs"), 413, "/runs");
        assertThat(inChunks("{}".repeat(100_000))).contains("\"status\":411", "\"correlationId\"");
    }

    @Test
    void aViolationSaysWhereTheFieldIs() {
        problem(Api.operator().body("{\"environment\":\"paper\"}").post("/runs"), 400, "/runs")
                .body("violations.in", contains("body"))
                .body("violations.field", contains("configurationId"));
        problem(
                        Api.operator()
                                .header("Idempotency-Key", "x".repeat(201))
                                .body("{\"environment\":\"paper\","
                                        + "\"configurationId\":\"00000000-0000-0000-0000-000000000001\"}")
                                .post("/runs"),
                        400,
                        "/runs")
                .body("violations.in", contains("header"))
                .body("violations.field", contains("Idempotency-Key"));
        String configuration = "/configurations/00000000-0000-0000-0000-000000000001";
        problem(Api.viewer().get(configuration + "?version=x"), 400, configuration)
                .body("violations.in", contains("query"))
                .body("violations.field", contains("version"));
    }

    @Test
    void theIdOfTheGatewayIsKeptAndAnythingElseReplaced() {
        String id = "0e1f9f6c-6f0a-4a52-9d0e-3d7b4b5a1c77";
        problem(Api.viewer().header("X-Correlation-Id", id).get(RUN), 404, RUN).body("correlationId", equalTo(id));
        problem(Api.viewer().header("X-Correlation-Id", "a b").get(RUN), 404, RUN)
                .body("correlationId", not(equalTo("a b")));
    }

    @Test
    void theLogHasTheRefusalUnderTheIdOfTheAnswer() {
        List<String> logged = new CopyOnWriteArrayList<>();
        PatternFormatter pattern = new PatternFormatter("%X{correlationId} %s");
        ExtHandler handler = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord record) {
                logged.add(pattern.format(record));
            }
        };
        Logger root = Logger.getLogger("io.firstfill.service.web");
        root.addHandler(handler);
        try {
            String refused = Api.viewer().get(RUN).path("correlationId");
            String unknown = given().get("/nothing").path("correlationId");

            assertThat(logged)
                    .anyMatch(line -> line.startsWith(refused + " Request refused: status=404"))
                    .anyMatch(line -> line.startsWith(unknown + " Request refused: status=404"));
        } finally {
            root.removeHandler(handler);
        }
    }

    private String inChunks(String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(service.resolve(Api.ROOT + "/runs"))
                                    .POST(HttpRequest.BodyPublishers.fromPublisher(
                                            HttpRequest.BodyPublishers.ofString(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static ValidatableResponse problem(Response response, int status, String path) {
        return complete(response, status, Api.ROOT + path);
    }

    private static ValidatableResponse complete(Response response, int status, String instance) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", equalTo(instance))
                .body("correlationId", equalTo(response.header("X-Correlation-Id")));
    }
}

package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.testkit.Seed;
import io.firstfill.testkit.openapi.DescribedAnswersFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Every GET of the OpenAPI document keeps one rule: a query of declared parameters only, each given once and readable,
 * and an interval that does not end before it begins. What breaks the rule is a 400 that names the parameter.
 */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class EveryReadTest {
    private static final int CURSORS = 60;
    /** Reads whose answer holds the time of the question. */
    private static final Set<String> NEVER_THE_SAME = Set.of("/api/ledger/v1/audit/verification");

    @Test
    void aParameterThatIsNotDeclaredIsRefused() {
        DeclaredRead.all().forEach(read -> refused(read, read.request().queryParam("colour", "red"), "colour"));
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefused() {
        for (DeclaredRead read : DeclaredRead.all()) {
            for (String parameter : read.parameters()) {
                refused(read, given().queryParams(without(read, parameter)).queryParam(parameter, "1", "1"), parameter);
            }
        }
    }

    @Test
    void aParameterWithAControlCharacterIsRefused() {
        for (DeclaredRead read : DeclaredRead.all()) {
            for (String parameter : read.parameters()) {
                refused(read, given().queryParams(without(read, parameter)).queryParam(parameter, "a\0b"), parameter);
            }
        }
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsIsRefused() {
        assertThat(DeclaredRead.all().stream()
                        .filter(read -> read.hasInterval())
                        .count())
                .isGreaterThan(10);
        DeclaredRead.all().stream()
                .filter(read -> read.hasInterval())
                .forEach(read -> refused(
                        read,
                        read.request()
                                .queryParam("from", "2026-11-22T12:00:00.000001Z")
                                .queryParam("to", "2026-11-22T12:00:00Z"),
                        "from"));
    }

    @Test
    void aReadAboutAnUnknownEnvironmentIsNotFound() {
        assertThat(DeclaredRead.all().stream()
                        .filter(read -> read.isOfEnvironment())
                        .count())
                .isGreaterThanOrEqualTo(8);
        DeclaredRead.all().stream().filter(read -> read.isOfEnvironment()).forEach(read -> {
            assertThat(given().queryParam("environment", "nowhere")
                            .get(read.called())
                            .statusCode())
                    .as(read.path())
                    .isEqualTo(404);
            refused(read, given(), "environment");
        });
    }

    @Test
    void aKeyWithAZeroCharacterIsNotFound() {
        for (DeclaredRead read : DeclaredRead.all()) {
            for (String hostile : List.of("a%00b", "%00", "%ff", "%25", "..%2f")) {
                String path = read.called(hostile);
                if (!path.equals(read.called())) {
                    assertThat(given().urlEncodingEnabled(false).get(path).statusCode())
                            .as(path)
                            .isBetween(400, 404);
                }
            }
        }
    }

    @Test
    void everyDeclaredParameterIsKnown() {
        for (DeclaredRead read : DeclaredRead.all()) {
            for (String parameter : read.parameters()) {
                Response answer = given().queryParams(without(read, parameter))
                        .queryParam(parameter, "?")
                        .get(read.called());
                String body = answer.asString();
                assertThat(body)
                        .as(read + " " + parameter)
                        .doesNotContain("not a parameter")
                        .doesNotContain("not a filter");
            }
        }
    }

    @Test
    void noCraftedCursorFails() {
        Seed seed = Seed.fixed(20261128);
        RandomGenerator random = seed.random();
        for (DeclaredRead read : DeclaredRead.all()) {
            for (int i = 0; read.has("cursor") && i < CURSORS; i++) {
                String cursor = crafted(random);
                Response answer = read.request().queryParam("cursor", cursor).get(read.called());
                assertThat(answer.statusCode())
                        .as(read.path() + " " + cursor + " " + seed)
                        .isBetween(400, 404);
            }
        }
    }

    @Test
    void everyReadIsTaggedAndUnchangedByAnyFormOfItsTag() {
        for (DeclaredRead read : DeclaredRead.all()) {
            // Other tests record what only an odd writer writes.
            Response first =
                    read.request().noFiltersOfType(DescribedAnswersFilter.class).get(read.called());
            if (first.statusCode() != 200 || NEVER_THE_SAME.contains(read.path()) || read.isExport()) {
                continue;
            }
            String tag = first.header("ETag");
            assertThat(tag).as(read.path()).startsWith("W/\"");
            for (String known : List.of(tag, tag.substring(2), "\"x\", " + tag, "*")) {
                Response again = read.request().header("If-None-Match", known).get(read.called());
                assertThat(again.statusCode()).as(read.path() + " " + known).isEqualTo(304);
                assertThat(again.asString()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(tag);
            }
            assertThat(read.request()
                            .noFiltersOfType(DescribedAnswersFilter.class)
                            .header("If-None-Match", "W/\"x\"")
                            .get(read.called())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyReadStatesItsErrorsAndItsName() {
        JsonNode paths = DeclaredRead.document().path("paths");
        Set<String> names = new HashSet<>();
        paths.properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (!get.isMissingNode()) {
                assertThat(get.at("/responses/400").isMissingNode())
                        .as(path.getKey())
                        .isFalse();
                assertThat(get.path("responses").has("304"))
                        .isEqualTo(!path.getKey().contains("/exports/"));
                assertThat(names.add(get.path("operationId").asText()))
                        .as(path.getKey())
                        .isTrue();
            }
        });
        assertThat(names).doesNotContain("").contains("listOrders", "getListing", "listMissedListings");
    }

    private static String crafted(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        String plain =
                switch (random.nextInt(5)) {
                    case 0 -> "2026-11-22T12:00:00Z|" + UUID.randomUUID() + "|" + UUID.randomUUID();
                    case 1 -> "2026-11-22T12:00:00Z|" + new String(bytes, StandardCharsets.ISO_8859_1) + "|";
                    case 2 -> random.nextLong() + "-01-01T00:00:00Z|a|b";
                    case 3 -> "|".repeat(random.nextInt(9));
                    default -> new String(bytes, StandardCharsets.ISO_8859_1);
                };
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> without(DeclaredRead read, String parameter) {
        Map<String, String> others = new TreeMap<>(read.required());
        others.remove(parameter);
        return others;
    }

    private static void refused(DeclaredRead read, RequestSpecification request, String field) {
        Response answer = request.get(read.called());
        assertThat(answer.statusCode()).as(read + " " + field).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("violations.field"))
                .as(read.toString())
                .containsExactly(field);
    }
}

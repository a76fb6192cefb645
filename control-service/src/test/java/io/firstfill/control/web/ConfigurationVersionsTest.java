package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that versions are listed and compared, and that an archived configuration is out of use until it is back. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ConfigurationVersionsTest {
    private static final Map<String, String> REASON = Map.of("reason", "replaced");

    @Inject
    RespondingServices services;

    private final String name = UUID.randomUUID().toString();

    @BeforeEach
    void theLedgerAnswers() {
        services.reset();
        services.respondTo(SaveConfiguration.class, AnswerMessages::saved);
        services.respondTo(ArchiveConfiguration.class, AnswerMessages::archived);
    }

    @Test
    void versionsAreListedNewestFirstPageByPageAndReadOneByOne() {
        String path = withVersions("'quoteAmount':'25'", "'quoteAmount':'26'", "'quoteAmount':'27'");

        Api.viewer()
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("version", contains(3, 2, 1))
                .body("name", contains(name, name, name))
                .body("archived", contains(false, false, false))
                .body("savedBy", contains("olivia", "olivia", "olivia"));
        Response page = Api.viewer().get(path + "/versions?limit=2");
        page.then()
                .body("version", contains(3, 2))
                .header("Link", equalTo("<versions?before=2&limit=2>; rel=\"next\""));
        Api.viewer()
                .get(path + "/versions?before=2&limit=2")
                .then()
                .body("version", contains(1))
                .header("Link", nullValue());
        Api.viewer().get(path + "/versions/2").then().statusCode(200).body("content.quoteAmount", equalTo("26"));
        for (String unknown : new String[] {"4", "0", "x", "99999999999"}) {
            Api.viewer().get(path + "/versions/" + unknown).then().statusCode(404);
        }
        Api.viewer()
                .get("/configurations/" + UUID.randomUUID() + "/versions")
                .then()
                .statusCode(404);
        Api.viewer().get(path + "/versions?limit=0").then().statusCode(400);
    }

    @Test
    void twoVersionsAreComparedFieldByField() {
        String path = withVersions(
                "'quoteAmount':'25','symbols':{'deny':['A*','B*']}",
                "'quoteAmount':'25','symbols':{'deny':['B*','A*']},'orderStyle':'IOC_CAPPED','maxPremium':'0.3',"
                        + "'caps':{'tradesPerHour':5}");

        Api.viewer()
                .get(path + "/compare?from=1&to=2")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("differences.path", contains("caps.tradesPerHour", "maxPremium", "orderStyle"))
                .body("differences[0].from", equalTo(10))
                .body("differences[0].to", equalTo(5))
                .body("differences[1].from", nullValue())
                .body("differences[1].to", equalTo("0.3"))
                .body("differences[2].from", equalTo("MARKET"))
                .body("differences[2].to", equalTo("IOC_CAPPED"));
        Api.viewer().get(path + "/compare").then().body("differences", not(empty()));
        Api.viewer().get(path + "/compare?from=3").then().statusCode(404);
        Api.viewer().get(path + "/compare?from=1.5").then().statusCode(400).body("violations.field", contains("from"));
    }

    @Test
    void anArchivedConfigurationIsHiddenAndOutOfUseUntilItIsBroughtBack() {
        String path = withVersions("'quoteAmount':'25'");
        String id = path.substring(path.lastIndexOf('/') + 1);

        archive(path, "archive").statusCode(200).body("archived", equalTo(true)).body("archival.by", equalTo("olivia"));

        list("").body("configurationId", not(hasItem(id)));
        list("&archived=true").body("configurationId", hasItem(id)).body("archived", not(hasItem(false)));
        list("&archived=any").body("configurationId", hasItem(id));
        Api.viewer().get(path + "/versions").then().body("archived", contains(true));
        Api.viewer()
                .get(path)
                .then()
                .header("ETag", equalTo("\"1-archived\""))
                .body("archival.reason", equalTo("replaced"));
        save(path, 1, "'quoteAmount':'26'").statusCode(409).body("type", containsString("configuration-archived"));
        start(id).statusCode(409).body("items.remedy", hasItem(containsString("archived")));
        assertThat(services.publishedCommands(StartRun.class)).isEmpty();
        assertThat(services.publishedCommands(SaveConfiguration.class)).hasSize(1);

        archive(path, "unarchive")
                .statusCode(200)
                .body("archived", equalTo(false))
                .body("archival", nullValue());
        list("").body("configurationId", hasItem(id));
        save(path, 1, "'quoteAmount':'26'").statusCode(200);
    }

    @Test
    void whatTheLedgerDoesNotKnowIsNotArchived() {
        String path = withVersions("'quoteAmount':'25'");
        services.respondTo(ArchiveConfiguration.class, AnswerMessages::unknown);

        archive(path, "archive").statusCode(404);
        archive("/configurations/" + UUID.randomUUID(), "archive").statusCode(404);
        Api.viewer().get(path).then().body("archived", equalTo(false));
        services.reset();
        archive(path, "archive").statusCode(503);
    }

    @Test
    void theSameKeyArchivesOnceAndNotAnother() {
        String key = UUID.randomUUID().toString();
        String path = withVersions("'quoteAmount':'25'");

        keyed(key, path + "/archive").statusCode(200);
        keyed(key, path + "/archive").statusCode(200);
        keyed(key, path + "/unarchive").statusCode(422);

        assertThat(services.publishedCommands(ArchiveConfiguration.class)).hasSize(1);
    }

    @Test
    void theListIsGivenPageByPageWithoutGapOrRepetition() {
        List<String> made = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            made.add(create("page " + number + " " + name, "'quoteAmount':'25'")
                    .extract()
                    .path("configurationId"));
        }
        List<String> seen = new ArrayList<>();
        String next = "configurations?environment=paper&limit=2";
        int pages = 0;
        while (next != null) {
            Response page = Api.viewer().get("/" + next);
            page.then().statusCode(200);
            seen.addAll(page.path("configurationId"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            pages++;
        }

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(made);
        assertThat(pages).isEqualTo((seen.size() + 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=501", "limit=x", "after=%25", "after=" + "A", "archived=maybe"})
    void anOddParameterOfTheListIsNamed(String parameter) {
        Api.viewer()
                .get("/configurations?" + parameter)
                .then()
                .statusCode(400)
                .body("violations.field", contains(parameter.substring(0, parameter.indexOf('='))));
    }

    private String withVersions(String first, String... more) {
        String path = "/configurations/" + create(name, first).extract().path("configurationId");
        int version = 1;
        for (String next : more) {
            save(path, version++, next).statusCode(200);
        }
        return path;
    }

    private ValidatableResponse create(String title, String fields) {
        return Api.operator()
                .body(body(title, fields))
                .post("/configurations")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse save(String path, int version, String fields) {
        return Api.operator()
                .header("If-Match", "\"" + version + "\"")
                .body(body(name, fields))
                .put(path)
                .then();
    }

    private static ValidatableResponse archive(String path, String action) {
        return Api.operator().body(REASON).post(path + "/" + action).then();
    }

    private static ValidatableResponse keyed(String key, String path) {
        return Api.operator()
                .header("Idempotency-Key", key)
                .body(REASON)
                .post(path)
                .then();
    }

    private static ValidatableResponse list(String parameters) {
        return Api.viewer()
                .get("/configurations?environment=paper" + parameters)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse start(String id) {
        return Api.operator()
                .body(Map.of("environment", "paper", "configurationId", id))
                .post("/runs")
                .then();
    }

    private static String body(String name, String fields) {
        return ("{'environment':'paper','name':'" + name + "'," + fields + "}").replace('\'', '"');
    }
}

package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FR-006: a read that the panel polls is answered without its body while nothing has changed. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class PolledReadsTest {
    private static final String DRAFT = "{'environment':'paper','name':'polled','quoteAmount':'25'}";

    @Inject
    RespondingServices services;

    @BeforeEach
    void theLedgerSaves() {
        services.reset();
        services.respondTo(SaveConfiguration.class, AnswerMessages::saved);
    }

    @Test
    void anUnchangedReadIsA304WithItsTag() {
        for (String path : List.of("/configurations", "/runs")) {
            Response first = Api.viewer().get(path);
            String tag = first.header("ETag");
            assertThat(tag).as(path).startsWith("W/\"");

            for (String known : List.of(tag, tag.substring(2), "\"x\", " + tag, "*")) {
                Response again = Api.viewer().header("If-None-Match", known).get(path);
                assertThat(again.statusCode()).as(path + " " + known).isEqualTo(304);
                assertThat(again.asString()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(tag);
            }
        }
    }

    @Test
    void everyReadHasATag() {
        for (String path : List.of("/environments", "/environments/paper", "/readiness")) {
            assertThat(Api.viewer().get(path).header("ETag")).as(path).isNotBlank();
        }
    }

    @Test
    void aChangedReadIsAnsweredInFull() {
        String tag = Api.viewer().get("/configurations").header("ETag");

        String id = Api.operator()
                .body(DRAFT.replace('\'', '"'))
                .post("/configurations")
                .then()
                .statusCode(201)
                .extract()
                .path("configurationId");

        assertThat(Api.viewer()
                        .header("If-None-Match", tag)
                        .get("/configurations")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.viewer()
                        .header("If-None-Match", "\"1\"")
                        .get("/configurations/" + id)
                        .statusCode())
                .isEqualTo(304);
        assertThat(Api.viewer()
                        .header("If-None-Match", tag)
                        .delete("/configurations/" + id)
                        .statusCode())
                .isEqualTo(405);
    }
}

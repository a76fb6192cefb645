package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.testkit.openapi.ApiDescription;
import io.firstfill.testkit.openapi.DocumentRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A client can be generated from the OpenAPI document, and the committed file of it is what the service serves. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ApiDescriptionTest {
    @Test
    void theDocumentSaysAllThatAGeneratedClientNeeds() {
        assertThat(DocumentRules.breaches(served())).isEmpty();
    }

    @Test
    void theCommittedFileIsWhatTheServiceServes() {
        served().assertCommittedAs("control");
    }

    private static ApiDescription served() {
        return ApiDescription.of(
                Api.viewer().basePath("").get(Api.ROOT + "/openapi?format=json").asString());
    }
}

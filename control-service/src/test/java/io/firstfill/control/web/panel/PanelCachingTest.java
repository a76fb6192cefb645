package io.firstfill.control.web.panel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser keeps the files that are named for their content, and asks for every other one. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class PanelCachingTest {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Test
    void aFileNamedForItsContentIsKept() {
        given().get("/assets/part-1a2b3c4d.js").then().statusCode(200).header("Cache-Control", equalTo(FOREVER));
    }

    @Test
    void aFileThatIsNotThereIsAskedForAgain() {
        given().get("/assets/part-00000000.js").then().statusCode(404).header("Cache-Control", equalTo("no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void thePageIsAskedForAnewWithoutATimeThatEveryVersionHas(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .header("Last-Modified", nullValue());
    }

    @Test
    void answersOfTheApiAreLeftAsTheyAre() {
        Api.viewer().get("/environments").then().statusCode(200).header("Cache-Control", not(equalTo("no-cache")));
    }
}

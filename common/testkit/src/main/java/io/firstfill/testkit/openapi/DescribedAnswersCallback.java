package io.firstfill.testkit.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Has every answer that a test of a service gets compared with the document of its API. Registered by the modules of
 * the public APIs.
 */
public final class DescribedAnswersCallback implements QuarkusTestBeforeEachCallback {
    private static final String DOCUMENT = "quarkus.smallrye-openapi.path";

    private final DescribedAnswersFilter filter;

    public DescribedAnswersCallback() {
        String path = ConfigProvider.getConfig().getValue(DOCUMENT, String.class);
        filter = new DescribedAnswersFilter(new DescribedAnswers(ApiDescription.committedBehind(path)));
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(List.of(filter));
    }
}

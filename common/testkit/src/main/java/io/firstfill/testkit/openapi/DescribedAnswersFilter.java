package io.firstfill.testkit.openapi;

import io.firstfill.testkit.openapi.DescribedAnswers.Answer;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Fails a test whose request was answered otherwise than the document of the API says. */
public final class DescribedAnswersFilter implements Filter {
    private final DescribedAnswers described;

    public DescribedAnswersFilter(DescribedAnswers described) {
        this.described = described;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        var headers = response.headers().asList().stream()
                .collect(Collectors.toMap(Header::getName, Header::getValue, (one, other) -> one));
        List<String> undescribed = described.undescribed(
                request.getMethod(),
                URI.create(request.getURI()).getRawPath(),
                new Answer(response.statusCode(), headers, body(response)));
        if (!undescribed.isEmpty()) {
            throw new AssertionError("Not as the OpenAPI document says:\n  " + String.join("\n  ", undescribed));
        }
        return response;
    }

    /** A file stays unread: it may be long, and the document says no more than its type. */
    private static String body(Response response) {
        String type = response.contentType();
        return type == null || type.isEmpty() || type.contains("json;") || type.endsWith("json")
                ? response.asString()
                : "";
    }
}

package io.firstfill.testkit.access;

import io.firstfill.testkit.openapi.ApiDescription;
import io.firstfill.testkit.openapi.DescribedAnswers;
import io.firstfill.testkit.openapi.DescribedAnswers.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls every endpoint of a table with every kind of token, and reports each answer that the table does not allow, or
 * that the OpenAPI document does not describe.
 */
public final class AccessProbe implements AutoCloseable {
    private static final String SAMPLE_ID = "00000000-0000-0000-0000-00000000000a";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final AccessTable table;
    private final TestTokens tokens;
    private final Map<String, String> pathParameters;
    private final DescribedAnswers described;
    private final List<String> wrong = new ArrayList<>();

    /** @param pathParameters values by name; the others get an id that nothing has */
    public AccessProbe(URI service, AccessTable table, TestTokens tokens, Map<String, String> pathParameters) {
        this.service = service;
        this.table = table;
        this.tokens = tokens;
        this.pathParameters = Map.copyOf(pathParameters);
        this.described = new DescribedAnswers(ApiDescription.committedBehind(
                table.endpoints().iterator().next().split(" ", -1)[1]));
    }

    /** Calls with no token and with tokens that are none: 401 each, a problem document, and nothing done. */
    public List<String> refusedTokens() {
        wrong.clear();
        for (String endpoint : table.endpoints()) {
            if (!table.isOpen(endpoint)) {
                expect(endpoint, "no token", "", 401);
                tokens.refused().forEach((kind, token) -> expect(endpoint, kind, token, 401));
            }
        }
        return List.copyOf(wrong);
    }

    /** Calls with each role that the table does not list: 403. */
    public List<String> otherRoles() {
        wrong.clear();
        for (String endpoint : table.endpoints()) {
            if (!table.isOpen(endpoint)) {
                table.others(endpoint).forEach(role -> expect(endpoint, role, tokens.of(role), 403));
                expect(endpoint, "a stranger", tokens.of("visitor"), 403);
            }
        }
        return List.copyOf(wrong);
    }

    /** Calls with each role that the table lists: the endpoint itself answers. */
    public List<String> listedRoles() {
        wrong.clear();
        for (String endpoint : table.endpoints()) {
            if (table.isOpen(endpoint)) {
                expectAnswer(endpoint, "no token", "");
            } else {
                table.roles(endpoint).forEach(role -> expectAnswer(endpoint, role, tokens.of(role)));
            }
        }
        return List.copyOf(wrong);
    }

    private void expect(String endpoint, String kind, String token, int status) {
        HttpResponse<String> answer = send(endpoint, token);
        boolean problem = answer.headers()
                .firstValue("Content-Type")
                .filter("application/problem+json"::equals)
                .isPresent();
        if (answer.statusCode() != status || !problem || !answer.body().contains("\"correlationId\"")) {
            wrong.add(endpoint + " with " + kind + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private void expectAnswer(String endpoint, String kind, String token) {
        int status = send(endpoint, token).statusCode();
        if (List.of(401, 403, 405, 415).contains(status) || (status >= 500 && status != 503)) {
            wrong.add(endpoint + " with " + kind + ": " + status);
        }
    }

    private HttpResponse<String> send(String endpoint, String token) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        service.resolve(path(endpoint.substring(method.length() + 1))))
                .header("Content-Type", "application/json")
                .method(method, body(method));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return described(method, client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every answer is also one that the committed document of the API describes. */
    private HttpResponse<String> described(String method, HttpResponse<String> answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        wrong.addAll(described.undescribed(
                method, answer.uri().getRawPath(), new Answer(answer.statusCode(), headers, answer.body())));
        return answer;
    }

    private static HttpRequest.BodyPublisher body(String method) {
        return method.equals("GET") || method.equals("DELETE")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString("{}");
    }

    private String path(String template) {
        String path = template;
        for (Map.Entry<String, String> parameter : pathParameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path.replaceAll("\\{[^}]*}", SAMPLE_ID);
    }

    @Override
    public void close() {
        client.close();
    }
}

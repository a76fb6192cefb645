package io.firstfill.acceptance.hostile;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Sends requests with one hostile field each through the gateway. Every field that the OpenAPI documents name comes up
 * in turn, in an order and with values that the random generator decides.
 */
final class RestFuzzer {
    private static final List<String> DOCUMENTS = List.of("/api/control/v1/openapi", "/api/ledger/v1/openapi");

    /** A command may wait for its answer; nothing else takes long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** An operation with the field that is to be hostile. */
    private record Target(ApiOperation operation, ApiField field) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stack stack;
    private final RandomGenerator random;
    private final List<Target> targets = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int next;

    RestFuzzer(Stack stack, RandomGenerator random) {
        this.stack = stack;
        this.random = random;
        for (String path : DOCUMENTS) {
            String document = send(new ApiRequest("GET", path + "?format=json", Map.of(), null))
                    .body();
            ApiOperation.of(new JsonObject(document))
                    .forEach(operation ->
                            operation.fields().forEach(field -> targets.add(new Target(operation, field))));
        }
        shuffle();
    }

    /** The number of fields of both APIs. */
    int fields() {
        return targets.size();
    }

    /** Answers that no request may get: a server error, or none at all. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Sends so many requests. */
    void fuzz(int requests, JsonObject good) {
        for (int i = 0; i < requests; i++) {
            Target target = targets.get(next);
            ApiRequest request = ApiRequest.of(target.operation(), target.field(), good, random);
            try {
                judge(request, send(request));
            } catch (IllegalStateException noAnswer) {
                complaints.add(noAnswer.getMessage() + ": " + request.described());
            }
            next = (next + 1) % targets.size();
        }
    }

    /** 503 says that a command is not confirmed in time, which may be so while the exchange misbehaves. */
    private void judge(ApiRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 500 && status != 503) {
            complaints.add(status + " " + response.body().strip() + ": " + request.described());
        }
    }

    private HttpResponse<String> send(ApiRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(stack.origin() + request.pathAndQuery()))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + stack.token("founder"));
        request.headers().forEach(builder::header);
        String body = request.body();
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        builder.method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return http.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer, " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void shuffle() {
        for (int i = targets.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Target target = targets.get(i);
            targets.set(i, targets.get(other));
            targets.set(other, target);
        }
    }
}

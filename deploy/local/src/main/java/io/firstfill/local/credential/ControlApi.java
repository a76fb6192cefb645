package io.firstfill.local.credential;

import io.firstfill.local.config.Ports;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;

/** What control says of an environment's credential, asked through the gateway as an operator. */
final class ControlApi {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private final URI origin;
    private final Supplier<String> token;

    ControlApi(Ports ports, Supplier<String> token) {
        this.origin = URI.create(Ports.localUrl(ports.gateway()));
        this.token = token;
    }

    /** The credential's status, {@code UNKNOWN} while no trader has said anything. */
    JsonObject status(String environment) {
        HttpResponse<String> answer =
                send(request("/environments/" + environment).GET());
        if (answer.statusCode() == NOT_FOUND) {
            throw new NotStoredException("The stack has no environment " + environment + ". Nothing was stored.");
        }
        return expect(answer, OK).getJsonObject("credential", new JsonObject());
    }

    /** Has the trader read the key and prove it at the exchange; {@code PENDING} when it does not answer in time. */
    JsonObject validate(String environment) {
        HttpResponse<String> answer = send(request("/environments/" + environment + "/credential/validate")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody()));
        return answer.statusCode() == ACCEPTED ? new JsonObject().put("status", "PENDING") : expect(answer, OK);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve("/api/control/v1" + path))
                .header("Authorization", "Bearer " + token.get());
    }

    private static JsonObject expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("control answered " + answer.statusCode());
        }
        return new JsonObject(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return Http.send(request);
    }
}

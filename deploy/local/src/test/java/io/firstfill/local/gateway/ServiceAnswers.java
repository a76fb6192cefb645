package io.firstfill.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What the services behind a gateway under test answer, by the last segment of the path. */
final class ServiceAnswers {
    static final String LONG_TEXT = "\"" + "firstfill ".repeat(1000) + "\"";

    private ServiceAnswers() {}

    static void write(String name, HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "silent" -> {}
            case "unchanged" ->
                response.setStatusCode(304).putHeader("ETag", "\"1\"").end();
            case "long" ->
                response.putHeader("Content-Type", "application/json").end(LONG_TEXT);
            case "image" -> response.putHeader("Content-Type", "image/png").end(LONG_TEXT);
            case "streamed" ->
                response.setChunked(true).putHeader("Content-Type", "text/csv").end(LONG_TEXT);
            case "html-error" ->
                response.setStatusCode(404)
                        .putHeader("Content-Type", "text/html")
                        .end("<h1>Resource not found</h1>");
            case "empty-error" ->
                response.setStatusCode(401)
                        .putHeader("WWW-Authenticate", "Bearer")
                        .end();
            case "problem" ->
                response.setStatusCode(409)
                        .putHeader("Content-Type", Problem.MEDIA_TYPE)
                        .end(new JsonObject().put("title", "of the service").toBuffer());
            case "moved" ->
                response.setStatusCode(201)
                        .putHeader("Location", request.getParam("to"))
                        .putHeader("Server", "Secret/1.0")
                        .end();
            default ->
                response.end(new JsonObject()
                        .put("service", name)
                        .put("request", request.method() + " " + request.uri())
                        .put("headers", headers(request))
                        .put("bodyLength", body.length())
                        .toBuffer());
        }
    }

    private static JsonObject headers(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }
}

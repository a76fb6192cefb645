package io.firstfill.service.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The {@code instance} of a problem: the path as the caller of the gateway sent it. */
final class ProblemInstance {
    private static final int LONGEST = 500;

    private ProblemInstance() {}

    /** What no URI may hold is encoded. */
    static URI of(HttpServerRequest request) {
        String sent = request.path();
        String path = sent == null ? "" : sent.length() > LONGEST ? sent.substring(0, LONGEST) : sent;
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return encoded(path);
        }
    }

    private static URI encoded(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            return URI.create("about:blank");
        }
    }
}

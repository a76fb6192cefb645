package io.firstfill.local.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The paths that one service serves through the gateway, and how. What no route names is not reachable.
 *
 * @param name what a log line and a test call the route
 * @param service the component that serves the paths; they arrive there unchanged
 * @param paths whole paths
 * @param prefixes beginnings of paths, each with a slash at its end
 * @param methods the methods that are forwarded
 * @param contentSecurityPolicy replaces the service's own
 * @param problems whether every error is a problem document; the pages of the sign-in are none
 * @param compressed false where an answer holds a secret beside text of the caller's own
 */
record Route(
        String name,
        String service,
        List<String> paths,
        List<String> prefixes,
        List<String> methods,
        String contentSecurityPolicy,
        boolean problems,
        boolean compressed) {
    Route {
        paths = List.copyOf(paths);
        prefixes = List.copyOf(prefixes);
        methods = List.copyOf(methods);
        for (String prefix : prefixes) {
            if (!prefix.endsWith("/") || prefix.equals("/")) {
                throw new IllegalArgumentException("The prefix " + prefix + " must name a folder: /…/");
            }
        }
    }

    static Route of(JsonObject json) {
        return new Route(
                json.getString("name"),
                json.getString("service"),
                texts(json.getJsonArray("paths")),
                texts(json.getJsonArray("prefixes")),
                texts(json.getJsonArray("methods")),
                json.getString("contentSecurityPolicy"),
                json.getBoolean("problems"),
                json.getBoolean("compressed"));
    }

    boolean serves(String path) {
        return paths.contains(path) || prefixes.stream().anyMatch(path::startsWith);
    }

    static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}

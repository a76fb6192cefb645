package io.firstfill.local.gateway;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Sends requests under a path prefix to a component's port; the path arrives there unchanged. */
public record Route(String prefix, String component, int port) {
    /**
     * The route with the longest matching prefix. Empty for paths below {@code /q}, where the services serve health and
     * metrics, which callers of the gateway may not see.
     */
    static Optional<Route> choose(List<Route> routes, String requestUri) {
        String path = normalized(requestUri);
        if (firstSegment(path).equals("q")) {
            return Optional.empty();
        }
        return routes.stream()
                .filter(route -> path.startsWith(route.prefix()))
                .max(Comparator.comparingInt(route -> route.prefix().length()));
    }

    /**
     * The first segment of a path that is left when {@code ..} is applied; empty where none is. Not by a file system's
     * path: a file's name may hold less than a path of a URI may, such as no NUL.
     */
    private static String firstSegment(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? "" : segments.getFirst();
    }

    /** The decoded path without {@code ..} segments and repeated slashes, as the service behind the route reads it. */
    private static String normalized(String requestUri) {
        try {
            String encoded = requestUri.split("\\?", 2)[0].replaceAll("/{2,}", "/");
            String path = URI.create(encoded).normalize().getPath();
            return path == null || path.isEmpty() ? "/" : path.replaceAll("/{2,}", "/");
        } catch (IllegalArgumentException e) {
            // Not a URI; the service behind the root answers with its own error.
            return "/";
        }
    }
}

package io.firstfill.local.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Requests under a path prefix go to a part's port; the path arrives there unchanged. */
public record Route(String prefix, String part, int port) {
    /** The most particular route; the machine-facing paths of the services are not for visitors. */
    static Optional<Route> choose(List<Route> routes, String requestUri) {
        String path = normal(requestUri);
        if (Path.of(path).normalize().startsWith(Path.of("/q"))) {
            return Optional.empty();
        }
        return routes.stream()
                .filter(route -> path.startsWith(route.prefix()))
                .max(Comparator.comparingInt(route -> route.prefix().length()));
    }

    /** What the path means once decoded and without {@code ..}: a service behind would read it so. */
    private static String normal(String requestUri) {
        try {
            String encoded = requestUri.split("\\?", 2)[0].replaceAll("/{2,}", "/");
            String path = URI.create(encoded).normalize().getPath();
            return path == null || path.isEmpty() ? "/" : path.replaceAll("/{2,}", "/");
        } catch (IllegalArgumentException e) {
            // Not a URI; the service behind the root will say so in its own words.
            return "/";
        }
    }
}

package io.firstfill.control.web.panel;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * States for how long a browser may keep the files of the panel. The name of a file below {@code /assets} is derived
 * from its content, so it is kept for a year. Every other file is asked for anew: its time of change is withheld,
 * because a reproducible build gives every version the same one, and a browser would keep the page of an old version.
 */
@ApplicationScoped
class PanelCaching {
    private static final int PRIORITY = 50;
    private static final String ASSETS = "/assets/";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    void register(@Observes Filters filters) {
        filters.register(PanelCaching::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        String path = context.request().path();
        if (path != null && !path.startsWith("/api/") && !path.startsWith("/q/")) {
            context.addHeadersEndHandler(written -> set(path, context));
        }
        context.next();
    }

    private static void set(String path, RoutingContext context) {
        MultiMap headers = context.response().headers();
        int status = context.response().getStatusCode();
        if (path.startsWith(ASSETS) && (status == OK || status == NOT_MODIFIED)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        } else {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
            headers.remove(HttpHeaders.LAST_MODIFIED);
        }
    }
}

package io.firstfill.service.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request a correlation id: the gateway's, or a new one for a caller that is not behind the gateway. The id
 * is in a header of the answer, in every problem, and in every log line that is written for the request.
 */
class RequestCorrelation {
    static final String HEADER = "X-Correlation-Id";
    /** The field of a problem document and the key of the logs. */
    static final String FIELD = "correlationId";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestCorrelation::begin, FilterPriorities.CORRELATION);
    }

    static String of(RoutingContext context) {
        String id = context.get(FIELD);
        return id == null ? "" : id;
    }

    private static void begin(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && SHAPE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(FIELD, id);
        MDC.put(FIELD, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}

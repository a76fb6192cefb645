package io.firstfill.ledger.tracing;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a trace, with begin and end.
 *
 * @param trace 32 hexadecimal digits
 * @param id 16 hexadecimal digits, derived: what is recorded again gives the same span
 * @param parent null for the root
 * @param service where the time was spent
 * @param attributes texts without secrets
 * @param failed whether the span ends a buy that bought nothing
 */
public record Span(
        String trace,
        String id,
        @Nullable String parent,
        String name,
        String service,
        Instant begin,
        Instant end,
        Map<String, String> attributes,
        boolean failed) {
    public Span {
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(begin, "begin");
        // Two clocks, or one that was stepped: a span never ends before it begins.
        end = end.isBefore(begin) ? begin : end;
        attributes = Map.copyOf(attributes);
    }
}

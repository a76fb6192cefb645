package io.firstfill.ledger.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request's parameters, so that one answer reports all of it. */
public final class Violations {
    private final List<Map<String, String>> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(Map.of("field", field, "in", "query", "message", message));
    }

    /** Returns null where the parameter is absent and where it is unreadable; the latter adds a violation. */
    public <T> @Nullable T read(
            String field, @Nullable String text, String expected, Function<String, Optional<T>> parser) {
        if (text == null) {
            return null;
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            add(field, expected);
        }
        return value.orElse(null);
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw HttpProblem.builder()
                    .withTitle("Bad Request")
                    .withStatus(Response.Status.BAD_REQUEST)
                    .withDetail(found.getFirst().get("field") + ": "
                            + found.getFirst().get("message"))
                    .with("violations", found)
                    .build();
        }
    }
}

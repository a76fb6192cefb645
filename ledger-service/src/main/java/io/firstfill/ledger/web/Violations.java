package io.firstfill.ledger.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request's parameters, so that one answer reports all of it. */
public final class Violations {
    private final List<Map<String, String>> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(Map.of("field", field, "message", message));
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

    /** Adds a violation for each unknown parameter: to ignore a misspelt filter would show the wrong rows. */
    public void addUnknown(@Nullable UriInfo uri, Set<String> names) {
        if (uri != null) {
            uri.getQueryParameters().keySet().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> add(name, "is not a parameter of this list"));
        }
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

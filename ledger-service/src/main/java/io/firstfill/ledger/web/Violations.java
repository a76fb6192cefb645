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

/** Collects what is wrong with a request's parameters, so that the caller hears of all of it at once. */
final class Violations {
    private final List<Map<String, String>> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(Map.of("field", field, "message", message));
    }

    /** Null where nothing was given, and where it was unreadable, which is noted. */
    <T> @Nullable T read(String field, @Nullable String text, String expected, Function<String, Optional<T>> reader) {
        if (text == null) {
            return null;
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            add(field, expected);
        }
        return value.orElse(null);
    }

    /** A name that is not understood is refused: ignoring it would show the wrong rows. */
    void unknown(@Nullable UriInfo uri, Set<String> names) {
        if (uri != null) {
            uri.getQueryParameters().keySet().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> add(name, "is not a parameter of this list"));
        }
    }

    void throwIfAny() {
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

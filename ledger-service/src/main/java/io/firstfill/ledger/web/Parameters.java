package io.firstfill.ledger.web;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parses parameters of requests. A text that does not parse gives an empty result. */
public final class Parameters {
    private Parameters() {}

    /**
     * Makes a parser of the factory method of a value type, which refuses a text by {@link IllegalArgumentException}.
     */
    public static <T> Function<String, Optional<T>> value(Function<String, T> type) {
        return text -> {
            try {
                return Optional.of(type.apply(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        };
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(PageRequest::isTime);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Function<String, Optional<Long>> between(long least, long most) {
        return text -> {
            try {
                long number = Long.parseLong(text);
                return number >= least && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }

    /** Reads a parameter that may be absent. */
    static @Nullable EnvironmentId environment(@Nullable String text, Violations violations) {
        return violations.read("environment", text, "must be 1 to 32 of a-z, 0-9 and -", value(EnvironmentId::of));
    }

    /** Reads a parameter whose absence is a violation too. */
    static @Nullable EnvironmentId requiredEnvironment(@Nullable String text, Violations violations) {
        return environment(text == null ? "" : text, violations);
    }

    /** Reads the number of items on a page; the default where the parameter is absent or unreadable. */
    public static int limit(@Nullable String text, Violations violations) {
        Long limit = violations.read(
                "limit", text, "must be 1 to " + PageRequest.MAX_LIMIT, between(1, PageRequest.MAX_LIMIT));
        return limit == null ? PageRequest.DEFAULT_LIMIT : limit.intValue();
    }
}

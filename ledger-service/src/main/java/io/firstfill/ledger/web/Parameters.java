package io.firstfill.ledger.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/** Reads parameters as our value types do; what they refuse is empty. */
final class Parameters {
    private Parameters() {}

    static <T> Function<String, Optional<T>> value(Function<String, T> type) {
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
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Function<String, Optional<Long>> between(long least, long most) {
        return text -> {
            try {
                long number = Long.parseLong(text);
                return number >= least && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }
}

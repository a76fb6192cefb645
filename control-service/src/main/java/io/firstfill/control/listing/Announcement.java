package io.firstfill.control.listing;

import io.firstfill.contract.value.Pair;
import io.firstfill.control.TextCheck;
import io.firstfill.control.configuration.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A listing that a person knows of, read from a draft. */
record Announcement(Pair pair, Instant opening, String reason) {
    /** A day less than the topic of the listings keeps its records: a restarted scanner must find the announcement. */
    static final Duration FURTHEST = Duration.ofDays(13);

    /** An announcement, or the violations of its draft. */
    sealed interface Result {
        record Valid(Announcement announcement) implements Result {}

        record Invalid(List<Violation> violations) implements Result {}
    }

    static Result read(AnnouncementDraft draft, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Optional<Pair> pair = pair(draft.pair(), violations);
        Optional<Instant> opening = opening(draft.openingTime(), now, violations);
        return pair.isPresent() && opening.isPresent()
                ? new Result.Valid(new Announcement(pair.get(), opening.get(), draft.reason()))
                : new Result.Invalid(violations);
    }

    private static Optional<Pair> pair(String text, List<Violation> violations) {
        try {
            Pair pair = Pair.of(text.strip());
            boolean plain = TextCheck.complaint(pair.toString()).isEmpty();
            if (plain && !pair.base().equals(pair.quote())) {
                return Optional.of(pair);
            }
        } catch (IllegalArgumentException e) {
            // named below
        }
        violations.add(new Violation(
                "pair",
                "must be two different assets such as NEWT/USDT, each of 1 to 40 characters of any script without"
                        + " separators"));
        return Optional.empty();
    }

    private static Optional<Instant> opening(String text, Instant now, List<Violation> violations) {
        try {
            Instant opening = Instant.parse(text.strip()).truncatedTo(ChronoUnit.MICROS);
            if (opening.isAfter(now) && !opening.isAfter(now.plus(FURTHEST))) {
                return Optional.of(opening);
            }
        } catch (DateTimeParseException e) {
            // named below
        }
        violations.add(new Violation(
                "openingTime",
                "must be a time such as 2026-12-01T12:00:00Z, after " + now + " and not after " + now.plus(FURTHEST)));
        return Optional.empty();
    }
}

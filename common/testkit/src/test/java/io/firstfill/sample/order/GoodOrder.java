package io.firstfill.sample.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Keeps every rule, including the near misses: a clock that is handed in may be read. */
public record GoodOrder(BigDecimal price, InstantSource time) {
    Instant at() {
        return time.instant();
    }

    LocalDate day(Clock clock) {
        return LocalDate.now(clock);
    }
}

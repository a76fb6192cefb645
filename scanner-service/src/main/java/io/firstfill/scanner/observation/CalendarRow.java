package io.firstfill.scanner.observation;

import io.firstfill.contract.value.Asset;
import java.time.Instant;
import java.util.Objects;

/** A coin and its announced opening. The calendar names no quote asset. */
public record CalendarRow(Asset base, Instant opening) {
    public CalendarRow {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(opening, "opening");
    }
}

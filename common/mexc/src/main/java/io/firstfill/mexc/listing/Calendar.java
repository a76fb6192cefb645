package io.firstfill.mexc.listing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The website's list of new coins. Undocumented: an empty list, or only skipped rows, means its shape may have changed.
 *
 * @param skipped rows without a name or an opening time
 */
public record Calendar(List<CalendarEntry> entries, int skipped) {

    public Calendar {
        entries = List.copyOf(requireNonNull(entries, "entries"));
    }
}

package io.firstfill.mexc.listing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The website's list of new coins. The list is undocumented: an empty list, or only skipped rows, means that its form
 * may have changed.
 *
 * @param skipped number of rows without a name or an opening time
 */
public record Calendar(List<CalendarEntry> entries, int skipped) {

    public Calendar {
        entries = List.copyOf(requireNonNull(entries, "entries"));
    }
}

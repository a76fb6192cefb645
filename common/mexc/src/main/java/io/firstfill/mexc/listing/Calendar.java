package io.firstfill.mexc.listing;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import java.util.List;

/**
 * The website's list of new coins. The list is undocumented: an empty list, or only skipped rows, means that its form
 * may have changed.
 *
 * @param skipped the rows without a readable name, or with an opening that is no time
 */
public record Calendar(List<CalendarEntry> entries, SkippedRows skipped) implements Partial {

    public Calendar {
        entries = List.copyOf(requireNonNull(entries, "entries"));
        requireNonNull(skipped, "skipped");
    }
}

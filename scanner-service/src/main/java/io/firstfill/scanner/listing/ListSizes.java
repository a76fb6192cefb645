package io.firstfill.scanner.listing;

import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.observation.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Notices lists that shrink, or of which most cannot be read. An exchange does not delist half of its pairs between two
 * polls; a list with one row, or with less than half of the rows it had, comes from a broken source. What such a list
 * lacks is not gone.
 */
final class ListSizes {
    /** Lists shorter than this are not judged. */
    private static final int LEAST = 10;

    private record Size(long rows, Instant at) {}

    private final Duration believedAfter;
    private final Map<ListingSource, Size> whole = new EnumMap<>(ListingSource.class);

    /** @param believedAfter after this long a shrunken list counts as the whole list */
    ListSizes(Duration believedAfter) {
        this.believedAfter = believedAfter;
    }

    /** Takes an answer with so many rows that were read; true when it lacks rows that cannot all be gone. */
    boolean isBroken(FeedObservation observation, int read, Instant now) {
        ListingSource source = observation.source();
        int rows = read + observation.unread().rows();
        Size before = whole.get(source);
        boolean shrunk = before != null
                && before.rows() >= LEAST
                && rows * 2L < before.rows()
                && now.isBefore(before.at().plus(believedAfter));
        boolean odd = isMostlyOdd(observation, read);
        return shrunk || odd;
    }

    /** Takes the length of a list that is not broken. */
    void keep(FeedObservation observation, long read, Instant now) {
        whole.put(observation.source(), new Size(read + observation.unread().rows(), now));
    }

    /** Says what is wrong with a broken answer. */
    String defect(FeedObservation observation, int read) {
        if (isMostlyOdd(observation, read)) {
            return "most of its rows cannot be represented";
        }
        Size before = whole.get(observation.source());
        return "its list has shrunk from " + (before == null ? 0 : before.rows()) + " to " + read + " rows";
    }

    private static boolean isMostlyOdd(FeedObservation observation, int read) {
        return observation.unread().rows() > read;
    }
}

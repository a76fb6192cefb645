package io.firstfill.risk.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.firstfill.contract.value.RecordPlace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one environment that could not be processed. While one is open no permit is granted, because the
 * record may have been a halt, a stop or a fill. The quarantine lies apart from the trading state: neither changes the
 * other.
 *
 * @param open records that nobody has acknowledged, the oldest first
 * @param acknowledged the latest records that a person acknowledged, also those not read yet: the acknowledgement and
 *     the record are on different topics
 */
record Quarantine(List<RecordPlace> open, List<RecordPlace> acknowledged) {
    static final Quarantine NONE = new Quarantine(List.of(), List.of());

    /** Number of open records held: far more than a person acknowledges one by one. */
    static final int OPEN_LIMIT = 200;

    private static final int ACKNOWLEDGED_LIMIT = 1_000;

    Quarantine {
        open = List.copyOf(open);
        acknowledged = List.copyOf(acknowledged);
    }

    @JsonIgnore
    boolean holds() {
        return !open.isEmpty();
    }

    boolean knows(RecordPlace place) {
        return open.contains(place) || acknowledged.contains(place);
    }

    /** Returns the open record that gives way to one more: beyond the limit the latest stands for those before it. */
    @Nullable RecordPlace givingWay() {
        return open.size() < OPEN_LIMIT ? null : open.getLast();
    }

    Quarantine with(RecordPlace place) {
        Stream<RecordPlace> kept = open.stream().limit(OPEN_LIMIT - 1L);
        return new Quarantine(Stream.concat(kept, Stream.of(place)).toList(), acknowledged);
    }

    Quarantine acknowledging(RecordPlace place) {
        return new Quarantine(
                open.stream().filter(each -> !each.equals(place)).toList(),
                BoundedHistory.append(acknowledged, place, ACKNOWLEDGED_LIMIT));
    }
}

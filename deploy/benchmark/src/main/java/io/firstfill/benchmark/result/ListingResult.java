package io.firstfill.benchmark.result;

import io.firstfill.benchmark.schedule.PlannedListing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one listing: whether and how fast it was bought.
 *
 * @param result the status of its order in the ledger, or the reason why there is no order
 * @param arrivals all its order requests at the exchange, in the order of arrival
 * @param timeline the times of its order in microseconds since the epoch; a point that was not reached is absent
 */
public record ListingResult(
        PlannedListing listing, String result, List<Arrival> arrivals, Map<TimelinePoint, Long> timeline) {
    /**
     * An order request at the exchange.
     *
     * @param receivedMicros in microseconds since the epoch
     * @param afterOpen microseconds after the true open; negative for a request that came too early
     * @param orderId null when the exchange refused the request
     */
    public record Arrival(
            long receivedMicros,
            long afterOpen,
            @Nullable Integer code,
            @Nullable String orderId) {
        public boolean accepted() {
            return orderId != null;
        }
    }

    public ListingResult {
        arrivals = List.copyOf(arrivals);
        timeline = Map.copyOf(timeline);
    }

    /** Whether exactly one request was accepted: two are a failure as none is. */
    public boolean bought() {
        return arrivals.stream().filter(Arrival::accepted).count() == 1;
    }

    /** The arrival of the accepted request, in microseconds after the true open; empty unless bought. */
    public Optional<Long> lag() {
        return bought()
                ? arrivals.stream().filter(Arrival::accepted).findFirst().map(Arrival::afterOpen)
                : Optional.empty();
    }

    /** Whether the first request was refused because it arrived before the true open. */
    public boolean firstCameTooEarly() {
        return !arrivals.isEmpty()
                && !arrivals.getFirst().accepted()
                && arrivals.getFirst().afterOpen() < 0;
    }

    /** The number of refused requests. */
    public int refused() {
        return (int) arrivals.stream().filter(arrival -> !arrival.accepted()).count();
    }

    /** The microseconds between two points of the timeline; empty when one is absent. */
    public Optional<Long> between(TimelinePoint from, TimelinePoint to) {
        return Optional.ofNullable(timeline.get(to))
                .flatMap(end -> Optional.ofNullable(timeline.get(from)).map(start -> end - start));
    }
}

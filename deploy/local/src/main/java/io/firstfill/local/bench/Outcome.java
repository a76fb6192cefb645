package io.firstfill.local.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a listing.
 *
 * @param result the status of its order in the ledger, or why there is none
 * @param arrivals every request for it at the exchange, in the order of arrival
 * @param steps microseconds since the epoch; a step that did not happen is absent
 */
record Outcome(Coming coming, String result, List<Arrival> arrivals, Map<Step, Long> steps) {
    /**
     * A request at the exchange.
     *
     * @param afterOpen microseconds after the true open; negative is early
     * @param orderId absent when it was refused
     */
    record Arrival(
            long receivedMicros,
            long afterOpen,
            @Nullable Integer code,
            @Nullable String orderId) {
        boolean taken() {
            return orderId != null;
        }
    }

    Outcome {
        arrivals = List.copyOf(arrivals);
        steps = Map.copyOf(steps);
    }

    /** Taken once: twice is a failure like never. */
    boolean bought() {
        return arrivals.stream().filter(Arrival::taken).count() == 1;
    }

    /** Of the request that was taken, after the true open. */
    Optional<Long> lag() {
        return bought()
                ? arrivals.stream().filter(Arrival::taken).findFirst().map(Arrival::afterOpen)
                : Optional.empty();
    }

    boolean firstCameTooEarly() {
        return !arrivals.isEmpty()
                && !arrivals.getFirst().taken()
                && arrivals.getFirst().afterOpen() < 0;
    }

    int refused() {
        return (int) arrivals.stream().filter(arrival -> !arrival.taken()).count();
    }

    Optional<Long> between(Step from, Step to) {
        return Optional.ofNullable(steps.get(to))
                .flatMap(end -> Optional.ofNullable(steps.get(from)).map(start -> end - start));
    }
}

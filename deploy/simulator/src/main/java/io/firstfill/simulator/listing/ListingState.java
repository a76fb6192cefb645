package io.firstfill.simulator.listing;

import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import java.time.Instant;

/**
 * The lifecycle of a listing.
 *
 * <pre>
 *   Scheduled ──at openAt + delay──▶ Open
 *    │   ▲ └─reschedule─┐
 *    │   └──────────────┘
 *    └──withdraw──▶ Withdrawn
 * </pre>
 */
public sealed interface ListingState {

    /** The announced time of the opening. */
    Instant openAt();

    /**
     * Announced and not open.
     *
     * @param delayMicros by how much the opening comes later than announced
     */
    record Scheduled(Instant openAt, long delayMicros) implements ListingState {

        public long opensAtServerMicros() {
            return ServerClock.micros(openAt) + delayMicros;
        }

        boolean isDue(ClockReading now) {
            return now.serverMicros() >= opensAtServerMicros();
        }

        /** @param closedUntil the latest machine time at which an order would still have been refused */
        Open open(ServerClock clock, ClockReading now, long closedUntil) {
            long trueOpen = Math.max(clock.machineMicros(opensAtServerMicros()), closedUntil);
            return new Open(openAt, trueOpen, trueOpen + now.serverMicros() - now.machineMicros());
        }

        Scheduled reschedule(Instant when) {
            return new Scheduled(when, delayMicros);
        }

        Withdrawn withdraw() {
            return new Withdrawn(openAt);
        }
    }

    /**
     * Open for trading; the final state of most listings.
     *
     * @param trueOpenMicros when the first order would have been accepted, on the machine's clock
     * @param trueOpenServerMicros the same instant on the exchange's clock
     */
    record Open(Instant openAt, long trueOpenMicros, long trueOpenServerMicros) implements ListingState {}

    /** Taken back before its opening. The pair may be scheduled anew, as another listing. */
    record Withdrawn(Instant openAt) implements ListingState {}
}

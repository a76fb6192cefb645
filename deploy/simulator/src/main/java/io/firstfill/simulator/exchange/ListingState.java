package io.firstfill.simulator.exchange;

import java.time.Instant;

/**
 * The life of a listing.
 *
 * <pre>
 *   Scheduled ──at openAt + delay──▶ Open
 *    │   ▲ └─reschedule─┐
 *    │   └──────────────┘
 *    └──withdraw──▶ Withdrawn
 * </pre>
 */
public sealed interface ListingState {

    /** The announced instant of the opening. */
    Instant openAt();

    /** @param delayMicros how much later than announced the pair really opens */
    record Scheduled(Instant openAt, long delayMicros) implements ListingState {

        public long opensAtServerMicros() {
            return ServerClock.micros(openAt) + delayMicros;
        }

        boolean isDue(Moment now) {
            return now.serverMicros() >= opensAtServerMicros();
        }

        /** @param closedUntil the last instant at which an order would still have been refused, machine clock */
        Open open(ServerClock clock, Moment now, long closedUntil) {
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
     * @param trueOpenMicros when the first order would have been accepted, on the machine's clock
     * @param trueOpenServerMicros the same on the exchange's clock
     */
    record Open(Instant openAt, long trueOpenMicros, long trueOpenServerMicros) implements ListingState {}

    record Withdrawn(Instant openAt) implements ListingState {}
}

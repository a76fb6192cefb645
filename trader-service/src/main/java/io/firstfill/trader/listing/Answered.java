package io.firstfill.trader.listing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a listing for a run.
 *
 * @param signal as it was last tried; null where this process has not seen the signal
 * @param attempt number of the last attempt that was sent or denied
 * @param opening that was tried last; null for a surprise, and where no event names it
 */
record Answered(
        @Nullable PendingSignal signal,
        int attempt,
        @Nullable Instant opening,
        Instant at) {
    /** The signal has been read after the decision: topics are replayed beside one another. */
    Answered ofSignal(PendingSignal read) {
        return signal == null ? new Answered(read, attempt, opening, at) : this;
    }

    /** A decision read next; what its event does not name stays as it is known. */
    Answered then(Answered next) {
        PendingSignal known = next.signal == null ? signal : next.signal;
        if (next.attempt < attempt) {
            return new Answered(known, attempt, opening, at);
        }
        boolean sameUnnamed = next.attempt == attempt && next.opening == null;
        return new Answered(known, next.attempt, sameUnnamed ? opening : next.opening, next.at);
    }

    /**
     * The signal for an opening later than the one that was tried: where the opening has moved, and where the first
     * announcement named a later one than an opening moved forward.
     *
     * @param moved the opening announced last
     */
    Optional<PendingSignal> later(Optional<Instant> moved) {
        if (signal == null || signal.isSurprise()) {
            return Optional.empty();
        }
        Instant announced = signal.signal().openingTime();
        Instant tried = opening == null ? announced : opening;
        Instant next =
                moved.filter(to -> announced == null || to.isAfter(announced)).orElse(announced);
        return tried == null || next == null || !next.isAfter(tried)
                ? Optional.empty()
                : Optional.of(signal.reopened(next, attempt + 1));
    }
}

package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How long our own machine takes at least from firing a loaded call to the bytes on the socket: the quickest of the last
 * test orders. Not a usual one: a shot that is quicker than was counted on is early, and an early one is refused and costs a
 * probe's pause, while a late one costs only its lateness.
 */
final class SendLatency {
    private static final int KEPT = 9;

    private final Deque<Duration> recent = new ArrayDeque<>();
    private volatile Duration toSocket = Duration.ZERO;

    void measured(Instant fired, MexcResult<?> result) {
        Timing timing = timing(result);
        if (timing != null) {
            add(Duration.between(fired, timing.written()));
        }
    }

    /** Zero while nothing has been measured. */
    Duration toSocket() {
        return toSocket;
    }

    private synchronized void add(Duration one) {
        recent.addLast(one);
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
        toSocket = recent.stream().min(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static @Nullable Timing timing(MexcResult<?> result) {
        return switch (result) {
            case MexcResult.Answer<?> answer -> answer.timing();
            case MexcResult.Refused<?> refused -> refused.timing();
            case MexcResult.Throttled<?> throttled -> null;
            case MexcResult.Ambiguous<?> doubt -> null;
            case MexcResult.NotSent<?> unsent -> null;
        };
    }
}

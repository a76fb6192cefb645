package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The shortest time our own machine takes from firing a loaded call to its bytes on the socket, among the last nine
 * test orders. The shortest and not the usual time counts, because a request that is faster than assumed arrives early,
 * is refused and costs the pause of a probe, while a slower one costs only its lateness. Thread-safe.
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

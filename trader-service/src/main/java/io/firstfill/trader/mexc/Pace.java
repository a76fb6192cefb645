package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How long our own machine takes from the call to the bytes on the socket: the median of the last test orders. */
final class Pace {
    private static final int KEPT = 9;

    private final Deque<Duration> recent = new ArrayDeque<>();
    private volatile Duration toSocket = Duration.ZERO;

    void measured(Instant asked, MexcResult<?> result) {
        Timing timing = timing(result);
        if (timing != null) {
            add(Duration.between(asked, timing.written()));
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
        toSocket = recent.stream().sorted().toList().get(recent.size() / 2);
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

package io.firstfill.simulator.wire;

import io.firstfill.simulator.exchange.Behaviour;
import io.firstfill.simulator.exchange.Moment;
import io.firstfill.simulator.exchange.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exchange's limits: orders and cancels per account and second, everything per account and second, weight per address and ten
 * seconds. Whoever breaks them gets 429, whoever keeps breaking them 418.
 */
final class RateLimits {

    private static final long SECOND = 1_000_000;
    private static final int LONGEST_BAN_SECONDS = 3 * 24 * 3600;

    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Violator> violators = new HashMap<>();

    @Nullable Reply admit(String ip, @Nullable String account, Endpoint endpoint, Behaviour limits, Moment now) {
        long micros = now.machineMicros();
        Violator violator = violators.get(ip);
        if (violator != null && violator.bannedUntil > micros) {
            return shutOut(418, "Way too many requests; IP banned", violator.bannedUntil - micros);
        }
        long wait = 0;
        if (account != null && endpoint.ordersOrCancels()) {
            wait = take("orders " + account, 1, limits.ordersPerSecond(), SECOND, limits, micros);
        }
        if (wait == 0 && account != null) {
            wait = take("requests " + account, 1, limits.requestsPerSecond(), SECOND, limits, micros);
        }
        if (wait == 0) {
            wait = take("weight " + ip, endpoint.weight(), limits.ipWeightPer10Seconds(), 10 * SECOND, limits, micros);
        }
        return wait == 0 ? null : violation(ip, wait, limits, micros);
    }

    void forgive() {
        windows.clear();
        violators.clear();
    }

    private long take(String key, int weight, int limit, long span, Behaviour limits, long micros) {
        if (limit == 0 || weight == 0) {
            return 0;
        }
        Window window = windows.computeIfAbsent(key, fresh -> new Window());
        return window.take(weight, limit, span, limits.retryAfterSeconds() * SECOND, micros);
    }

    private Reply violation(String ip, long wait, Behaviour limits, long micros) {
        Violator violator = violators.computeIfAbsent(ip, fresh -> new Violator());
        if (violator.isRepeated(limits, micros)) {
            violator.ban(limits.banSeconds(), micros);
            return shutOut(418, "Way too many requests; IP banned", violator.bannedUntil - micros);
        }
        return shutOut(429, "Too Many Requests", wait);
    }

    private static Reply shutOut(int status, String message, long micros) {
        long seconds = Math.ceilDiv(micros, SECOND);
        return Reply.refused(new Refusal(status, status, message), Map.of("Retry-After", Long.toString(seconds)));
    }

    /** A sliding window of what was admitted. */
    private static final class Window {

        private record Taken(long micros, int weight) {}

        private final Deque<Taken> taken = new ArrayDeque<>();
        private int sum;
        private long closedUntil;

        /** Zero when admitted, else how long to wait. */
        long take(int weight, int limit, long span, long penalty, long micros) {
            while (!taken.isEmpty() && taken.getFirst().micros() <= micros - span) {
                sum -= taken.removeFirst().weight();
            }
            if (closedUntil > micros) {
                return closedUntil - micros;
            }
            if (sum + weight > limit) {
                closedUntil = micros + penalty;
                return penalty > 0 ? penalty : roomIn(weight, limit, span, micros);
            }
            sum += weight;
            taken.addLast(new Taken(micros, weight));
            return 0;
        }

        private long roomIn(int weight, int limit, long span, long micros) {
            int left = sum;
            for (Taken each : taken) {
                left -= each.weight();
                if (left + weight <= limit) {
                    return Math.max(1, each.micros() + span - micros);
                }
            }
            return span;
        }
    }

    private static final class Violator {

        private final Deque<Long> violations = new ArrayDeque<>();
        private int bans;
        private long bannedUntil;

        boolean isRepeated(Behaviour limits, long micros) {
            violations.removeIf(when -> when <= micros - 60 * SECOND);
            violations.addLast(micros);
            return limits.violationsBeforeBan() > 0 && violations.size() > limits.violationsBeforeBan();
        }

        void ban(int firstSeconds, long micros) {
            long seconds = Math.min(LONGEST_BAN_SECONDS, (long) firstSeconds << Math.min(bans, 20));
            bans++;
            bannedUntil = micros + seconds * SECOND;
            violations.clear();
        }
    }
}

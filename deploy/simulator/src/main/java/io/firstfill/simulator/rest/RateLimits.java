package io.firstfill.simulator.rest;

import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.order.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rate limits of the exchange: orders and cancels per account and second, all requests per IP address and second,
 * weight per IP address and ten seconds. A request beyond a limit gets 429; an address that keeps violating limits gets
 * 418.
 */
public final class RateLimits {

    private static final long SECOND = 1_000_000;
    private static final int MAX_BAN_SECONDS = 3 * 24 * 3600;

    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Violator> violators = new HashMap<>();

    /** Counts a request; null when it is within the limits, else the refusal. */
    @Nullable Reply admit(String ip, @Nullable String account, Endpoint endpoint, Behaviour limits, ClockReading now) {
        long micros = now.machineMicros();
        Violator violator = violators.get(ip);
        if (violator != null && violator.bannedUntil > micros) {
            return tooMany(418, "Way too many requests; IP banned", violator.bannedUntil - micros);
        }
        long wait = take(ip, account, endpoint.weight(), endpoint.placesOrCancels(), limits, micros);
        return wait == 0 ? null : violation(ip, wait, limits, micros);
    }

    /**
     * Counts a request of this weight and returns the microseconds to wait, 0 when the request is within the limits.
     *
     * @param micros any clock that does not step back
     */
    public long take(String ip, @Nullable String account, int weight, boolean order, Behaviour limits, long micros) {
        long wait = 0;
        if (account != null && order) {
            wait = take("orders " + account, 1, limits.ordersPerSecond(), SECOND, limits, micros);
        }
        if (wait == 0) {
            wait = take("requests " + ip, 1, limits.requestsPerSecond(), SECOND, limits, micros);
        }
        return wait == 0
                ? take("weight " + ip, weight, limits.ipWeightPer10Seconds(), 10 * SECOND, limits, micros)
                : wait;
    }

    void clear() {
        windows.clear();
        violators.clear();
    }

    private long take(String key, int weight, int limit, long period, Behaviour limits, long micros) {
        if (limit == 0 || weight == 0) {
            return 0;
        }
        Window window = windows.computeIfAbsent(key, fresh -> new Window());
        return window.take(weight, limit, period, limits.retryAfterSeconds() * SECOND, micros);
    }

    private Reply violation(String ip, long wait, Behaviour limits, long micros) {
        Violator violator = violators.computeIfAbsent(ip, fresh -> new Violator());
        if (violator.isRepeated(limits, micros)) {
            violator.ban(limits.banSeconds(), micros);
            return tooMany(418, "Way too many requests; IP banned", violator.bannedUntil - micros);
        }
        return tooMany(429, "Too Many Requests", wait);
    }

    private static Reply tooMany(int status, String message, long micros) {
        long seconds = Math.ceilDiv(micros, SECOND);
        return Reply.refused(new Refusal(status, status, message), Map.of("Retry-After", Long.toString(seconds)));
    }

    /** A sliding window over the weights of admitted requests. */
    private static final class Window {

        private record Admitted(long micros, int weight) {}

        private final Deque<Admitted> admitted = new ArrayDeque<>();
        private int sum;
        private long closedUntil;

        /** Returns 0 when the request is admitted, else the time to wait, in microseconds. */
        long take(int weight, int limit, long period, long penalty, long micros) {
            while (!admitted.isEmpty() && admitted.getFirst().micros() <= micros - period) {
                sum -= admitted.removeFirst().weight();
            }
            if (closedUntil > micros) {
                return closedUntil - micros;
            }
            if (sum + weight > limit) {
                closedUntil = micros + penalty;
                return penalty > 0 ? penalty : timeUntilRoom(weight, limit, period, micros);
            }
            sum += weight;
            admitted.addLast(new Admitted(micros, weight));
            return 0;
        }

        private long timeUntilRoom(int weight, int limit, long period, long micros) {
            int left = sum;
            for (Admitted each : admitted) {
                left -= each.weight();
                if (left + weight <= limit) {
                    return Math.max(1, each.micros() + period - micros);
                }
            }
            return period;
        }
    }

    /** The violations of one IP address within the last minute, and its bans. */
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
            long seconds = Math.min(MAX_BAN_SECONDS, (long) firstSeconds << Math.min(bans, 20));
            bans++;
            bannedUntil = micros + seconds * SECOND;
            violations.clear();
        }
    }
}

package io.firstfill.trader.exit;

import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the plan of one position remembers between two evaluations; prices in quote, times by our clock.
 *
 * @param highest highest bid that two readings in a row have reached since the position was opened
 * @param confirmed the lower one of the last two readings in a row; null where there are not two
 * @param lastBid the last usable reading
 * @param lastSeenAt when that was read
 * @param stopSince since when every reading was at the stop loss or under it; null while none is
 * @param trailingSince since when every reading was at the trailing stop or under it; null while none is
 * @param fired the rules of the plan that have triggered
 */
public record ExitState(
        @Nullable Price highest,
        @Nullable Price confirmed,
        @Nullable Price lastBid,
        @Nullable Instant lastSeenAt,
        @Nullable Instant stopSince,
        @Nullable Instant trailingSince,
        Set<Rule> fired) {
    /** The state of a position of which no price has been read. */
    public static final ExitState START = new ExitState(null, null, null, null, null, null, Set.of());

    public ExitState {
        fired = Set.copyOf(fired);
    }

    /** Another plan holds from now on: its rules have not fired, and the highest bid stays. */
    public ExitState replanned() {
        return new ExitState(highest, confirmed, lastBid, lastSeenAt, null, null, Set.of());
    }

    /** The state after a restart: nothing is confirmed but the highest bid. */
    public ExitState withHighest(@Nullable Price known) {
        return new ExitState(known, null, null, null, null, null, fired);
    }

    /** The rule has triggered; to be called for each trigger that is read again after a restart. */
    public ExitState fired(ExitCause cause, @Nullable Integer level) {
        return fired(new Rule(cause, level));
    }

    ExitState fired(Rule rule) {
        Set<Rule> all = new HashSet<>(fired);
        all.add(rule);
        return new ExitState(highest, confirmed, lastBid, lastSeenAt, stopSince, trailingSince, all);
    }

    boolean hasFired(Rule rule) {
        return fired.contains(rule);
    }

    boolean isFresh(Instant now, Duration fresh) {
        return lastSeenAt != null && !lastSeenAt.plus(fresh).isBefore(now);
    }

    /** A usable reading, before the stops are compared with it. */
    ExitState read(Price bid, Instant at, Duration fresh) {
        Price before = isFresh(at, fresh) ? lastBid : null;
        boolean inARow = before != null;
        Price both = before == null ? null : min(before, bid);
        Price high = both == null ? highest : max(highest, both);
        return new ExitState(
                high, both, bid, at, inARow ? stopSince : null, inARow ? trailingSince : null, fired);
    }

    ExitState under(boolean stop, boolean trailing) {
        return new ExitState(
                highest,
                confirmed,
                lastBid,
                lastSeenAt,
                since(stop, stopSince),
                since(trailing, trailingSince),
                fired);
    }

    private @Nullable Instant since(boolean under, @Nullable Instant before) {
        if (!under) {
            return null;
        }
        return before == null ? lastSeenAt : before;
    }

    private static Price min(Price one, Price other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Price max(@Nullable Price one, Price other) {
        return one != null && one.compareTo(other) > 0 ? one : other;
    }
}

package io.firstfill.scanner.feed;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What people must know of one environment's feeds. A feed is silent without answers, degraded while its answers are not
 * what they should be; a host throttles until one of its feeds gets a good answer again. Not thread-safe.
 */
public final class FeedHealth {
    /** Not for being too fast: the feed may stay shut for as long as we look like a machine. */
    private static final int FIREWALL = 403;

    private final AlertBoard alerts;
    private final Function<FeedName, Duration> silentAfter;
    private final Map<FeedName, Instant> answered = new EnumMap<>(FeedName.class);

    public FeedHealth(EnvironmentId environment, Function<FeedName, Duration> silentAfter) {
        this.alerts = new AlertBoard(environment);
        this.silentAfter = silentAfter;
    }

    /** Polling begins: silence is counted from now. */
    public void began(FeedName feed, Instant now) {
        answered.putIfAbsent(feed, now);
    }

    public List<AlertEvent> heard(FeedName feed, PollResult look, Instant now) {
        return switch (look) {
            case PollResult.Good ignored -> good(feed, now);
            case PollResult.Odd odd -> odd(feed, odd.detail(), now);
            case PollResult.Throttled throttled -> throttled(feed, throttled, now);
            case PollResult.Failed ignored -> List.of();
            case PollResult.Held ignored -> List.of();
        };
    }

    /** The answer was readable and still cannot be right. */
    public List<AlertEvent> odd(FeedName feed, String detail, Instant now) {
        answered.put(feed, now);
        List<AlertEvent> changes = new ArrayList<>();
        add(changes, alerts.clear(AlertKind.FEED_SILENT, feed.label(), now));
        String summary = "The feed " + feed.label() + " does not answer as it should: " + detail;
        add(changes, alerts.raise(AlertKind.FEED_DEGRADED, feed.label(), summary, now));
        return changes;
    }

    /** Whether nothing can be learned from it at present. */
    public boolean isFailing(FeedName feed) {
        return alerts.isOpen(AlertKind.FEED_SILENT, feed.label())
                || alerts.isOpen(AlertKind.FEED_DEGRADED, feed.label());
    }

    /** To be asked every second or so. */
    public List<AlertEvent> checked(Instant now) {
        List<AlertEvent> changes = new ArrayList<>();
        answered.forEach((feed, last) -> {
            Duration limit = silentAfter.apply(feed);
            if (Duration.between(last, now).compareTo(limit) > 0) {
                String summary = "The feed " + feed.label() + " has not answered for more than " + limit;
                add(changes, alerts.raise(AlertKind.FEED_SILENT, feed.label(), summary, now));
            }
        });
        return changes;
    }

    private List<AlertEvent> good(FeedName feed, Instant now) {
        answered.put(feed, now);
        List<AlertEvent> changes = new ArrayList<>();
        add(changes, alerts.clear(AlertKind.FEED_SILENT, feed.label(), now));
        add(changes, alerts.clear(AlertKind.FEED_DEGRADED, feed.label(), now));
        if (!alerts.lasts(AlertKind.THROTTLED, host(feed), now)) {
            add(changes, alerts.clear(AlertKind.THROTTLED, host(feed), now));
        }
        return changes;
    }

    private List<AlertEvent> throttled(FeedName feed, PollResult.Throttled look, Instant now) {
        List<AlertEvent> changes = new ArrayList<>();
        String summary =
                "The exchange turns the scanner away with " + look.status() + "; polling pauses until " + look.until();
        add(changes, alerts.raise(AlertKind.THROTTLED, host(feed), summary, look.until(), now));
        if (look.status() == FIREWALL) {
            String wall = "The feed " + feed.label() + " is behind a firewall that refuses us";
            add(changes, alerts.raise(AlertKind.FEED_DEGRADED, feed.label(), wall, now));
        }
        return changes;
    }

    /** The trader has a throttle of its own. */
    private static String host(FeedName feed) {
        return "scanner/" + feed.host();
    }

    private static void add(List<AlertEvent> changes, Optional<AlertEvent> change) {
        change.ifPresent(changes::add);
    }
}

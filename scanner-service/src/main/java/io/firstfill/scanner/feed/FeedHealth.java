package io.firstfill.scanner.feed;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.Texts;
import io.firstfill.scanner.observation.Unread;
import io.firstfill.service.alert.AlertBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Decides which alerts one environment's feeds raise and clear. A feed is silent while no answer arrives, and degraded
 * while its answers are unusable. A host throttles until one of its feeds gets a good answer again. Not thread-safe.
 */
public final class FeedHealth {
    /** A refusal that is not about the request rate: the feed may stay shut for as long as we look like a machine. */
    private static final int FIREWALL = 403;

    private final AlertBoard alerts;
    private final Function<FeedName, Duration> silentAfter;
    private final Map<FeedName, Instant> lastAnswerAt = new EnumMap<>(FeedName.class);

    public FeedHealth(EnvironmentId environment, Function<FeedName, Duration> silentAfter) {
        this.alerts = new AlertBoard(environment);
        this.silentAfter = silentAfter;
    }

    /** Counts the silence of a feed from now on. */
    public void pollingStarted(FeedName feed, Instant now) {
        lastAnswerAt.put(feed, now);
    }

    public List<AlertEvent> pollCompleted(FeedName feed, PollResult result, Instant now) {
        return switch (result) {
            case PollResult.Good good -> good(feed, good, now);
            case PollResult.Unusable unusable -> unusable(feed, unusable.detail(), now);
            case PollResult.Throttled throttled -> throttled(feed, throttled, now);
            case PollResult.Failed ignored -> List.of();
            case PollResult.Held ignored -> List.of();
        };
    }

    /**
     * Takes an answer that was read and cannot be right as a whole. Its alert stays open from one such answer to the
     * next.
     */
    public List<AlertEvent> doubtful(FeedName feed, PollResult.Good result, String defect, Instant now) {
        List<AlertEvent> changes = unread(feed, result.observation().unread(), now);
        changes.addAll(unusable(feed, defect, now));
        return changes;
    }

    /** Takes note of an unusable answer. */
    public List<AlertEvent> unusable(FeedName feed, String detail, Instant now) {
        lastAnswerAt.put(feed, now);
        List<AlertEvent> changes = new ArrayList<>();
        add(changes, alerts.clear(AlertKind.FEED_SILENT, feed.label(), now));
        String summary = "The feed " + feed.label() + " does not answer as it should: " + detail;
        add(changes, alerts.raise(AlertKind.FEED_DEGRADED, feed.label(), Severity.WARNING, summary, now));
        return changes;
    }

    /** Returns whether the feed is silent or degraded, so that nothing can be learned from it at present. */
    public boolean isFailing(FeedName feed) {
        return alerts.isOpen(AlertKind.FEED_SILENT, feed.label())
                || alerts.isOpen(AlertKind.FEED_DEGRADED, feed.label());
    }

    /** Raises the alerts of feeds that have become silent, and restates open ones; to be called about once a second. */
    public List<AlertEvent> checkSilence(Instant now) {
        List<AlertEvent> changes = new ArrayList<>();
        lastAnswerAt.forEach((feed, last) -> {
            Duration limit = silentAfter.apply(feed);
            if (Duration.between(last, now).compareTo(limit) > 0) {
                String summary = "The feed " + feed.label() + " has not answered for more than " + limit;
                add(changes, alerts.raise(AlertKind.FEED_SILENT, feed.label(), Severity.WARNING, summary, now));
            }
        });
        changes.addAll(alerts.restate(now));
        return changes;
    }

    private List<AlertEvent> good(FeedName feed, PollResult.Good result, Instant now) {
        lastAnswerAt.put(feed, now);
        List<AlertEvent> changes = new ArrayList<>();
        add(changes, alerts.clear(AlertKind.FEED_SILENT, feed.label(), now));
        add(changes, alerts.clear(AlertKind.FEED_DEGRADED, feed.label(), now));
        changes.addAll(unread(feed, result.observation().unread(), now));
        if (!alerts.lasts(AlertKind.THROTTLED, host(feed), now)) {
            add(changes, alerts.clear(AlertKind.THROTTLED, host(feed), now));
        }
        return changes;
    }

    /**
     * Rows that cannot be represented, and words that are not known, are gone with the next answer without them. Each
     * has a subject of its own: at a lower contract level all are written as one kind, and none may clear another.
     */
    private List<AlertEvent> unread(FeedName feed, Unread unread, Instant now) {
        String rows = feed.label() + "/rows";
        String statuses = feed.label() + "/statuses";
        List<AlertEvent> changes = new ArrayList<>();
        if (unread.rows() > 0) {
            String summary = "The feed " + feed.label() + " has " + unread.rows()
                    + " rows that cannot be represented; the first: " + unread.reason();
            add(changes, alerts.raise(AlertKind.UNREADABLE_ANSWER, rows, Severity.WARNING, summary, now));
        } else {
            add(changes, alerts.clear(AlertKind.UNREADABLE_ANSWER, rows, now));
        }
        if (feed != FeedName.EXCHANGE_INFO) {
            return changes;
        }
        if (unread.statuses().isEmpty()) {
            add(changes, alerts.clear(AlertKind.UNKNOWN_STATUS, statuses, now));
        } else {
            String summary = "The feed " + feed.label() + " states pairs by words that are not known: "
                    + String.join(", ", new TreeSet<>(unread.statuses())) + "; such a pair counts as not open";
            String text = Texts.clean(summary);
            add(changes, alerts.raise(AlertKind.UNKNOWN_STATUS, statuses, Severity.WARNING, text, now));
        }
        return changes;
    }

    private List<AlertEvent> throttled(FeedName feed, PollResult.Throttled result, Instant now) {
        List<AlertEvent> changes = new ArrayList<>();
        String summary = "The exchange turns the scanner away with " + result.status() + "; polling pauses until "
                + result.until();
        add(changes, alerts.raise(AlertKind.THROTTLED, host(feed), Severity.WARNING, summary, result.until(), now));
        if (result.status() == FIREWALL) {
            String wall = "The feed " + feed.label() + " is behind a firewall that refuses us";
            add(changes, alerts.raise(AlertKind.FEED_DEGRADED, feed.label(), Severity.WARNING, wall, now));
        }
        return changes;
    }

    /** The alert's subject names the service, because the trader raises a throttle of its own for the same host. */
    private static String host(FeedName feed) {
        return "scanner/" + feed.host();
    }

    private static void add(List<AlertEvent> changes, Optional<AlertEvent> change) {
        change.ifPresent(changes::add);
    }
}

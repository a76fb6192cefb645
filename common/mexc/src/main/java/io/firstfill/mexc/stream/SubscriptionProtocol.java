package io.firstfill.mexc.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which text frames to send on one open socket, and whether the socket is dead. Does no I/O. */
final class SubscriptionProtocol {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PING = "{\"method\":\"PING\"}";

    private final StreamSettings settings;
    private final Set<StreamChannel> channels = new LinkedHashSet<>();
    private final Set<StreamChannel> confirmed = new LinkedHashSet<>();
    /** Channels being unsubscribed: the exchange's answer is the same as to a subscription. */
    private final Set<StreamChannel> leaving = new LinkedHashSet<>();

    private Instant receivedAt;
    private Instant pingedAt;
    private Instant secondBegan;
    private int sentInSecond;
    private @Nullable Instant requestedAt;

    SubscriptionProtocol(StreamSettings settings, Set<StreamChannel> channels, Instant now) {
        this.settings = settings;
        this.receivedAt = now;
        this.pingedAt = now;
        this.secondBegan = now;
        subscribe(channels);
    }

    /** Replaces the channels: new ones are requested with the next frames, the others unsubscribed. */
    void subscribe(Set<StreamChannel> now) {
        if (!channels.containsAll(now)) {
            requestedAt = null;
        }
        channels.clear();
        channels.addAll(now);
    }

    /** Anything arrived on the socket. */
    void received(Instant now) {
        receivedAt = now;
    }

    void answered(ControlAnswer answer) {
        if (answer instanceof ControlAnswer.Named named) {
            named.channels().stream()
                    .filter(channel -> !leaving.remove(channel))
                    .filter(channels::contains)
                    .forEach(confirmed::add);
        }
    }

    Set<StreamChannel> confirmed() {
        return confirmed;
    }

    /** Whether the exchange has confirmed every channel. */
    boolean isComplete() {
        return confirmed.containsAll(channels);
    }

    /** Whether nothing arrived for too long: the exchange answers pings, so a working socket is never silent. */
    boolean isDead(Instant now) {
        return !now.isBefore(receivedAt.plus(settings.silenceLimit()));
    }

    /** Returns the text frames to send now: at most what the exchange accepts in a second, the others later. */
    List<String> due(Instant now) {
        List<String> frames = new ArrayList<>();
        List<StreamChannel> gone = confirmed.stream()
                .filter(channel -> !channels.contains(channel))
                .toList();
        if (!gone.isEmpty() && maySend(now)) {
            frames.add(request("UNSUBSCRIPTION", gone));
            gone.forEach(confirmed::remove);
            leaving.addAll(gone);
        }
        List<StreamChannel> missing = channels.stream()
                .filter(channel -> !confirmed.contains(channel))
                .toList();
        if (!missing.isEmpty() && mayRequest(now) && maySend(now)) {
            frames.add(request("SUBSCRIPTION", missing));
            requestedAt = now;
        }
        if (!now.isBefore(pingedAt.plus(settings.ping())) && maySend(now)) {
            frames.add(PING);
            pingedAt = now;
        }
        return frames;
    }

    private boolean mayRequest(Instant now) {
        return requestedAt == null || !now.isBefore(requestedAt.plus(settings.resubscribe()));
    }

    /** Counts a frame if it may be sent. */
    private boolean maySend(Instant now) {
        if (!now.isBefore(secondBegan.plus(SECOND))) {
            secondBegan = now;
            sentInSecond = 0;
        }
        boolean may = sentInSecond < settings.limits().messagesPerSecond();
        sentInSecond += may ? 1 : 0;
        return may;
    }

    private static String request(String method, List<StreamChannel> channels) {
        return channels.stream()
                .map(channel -> '"' + channel.name() + '"')
                .collect(Collectors.joining(",", "{\"method\":\"" + method + "\",\"params\":[", "]}"));
    }
}

package io.firstfill.mexc.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said and heard on one open socket: decides, and touches nothing. */
final class SubscriptionProtocol {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PING = "{\"method\":\"PING\"}";

    private final StreamSettings settings;
    private final Set<StreamChannel> wanted = new LinkedHashSet<>();
    private final Set<StreamChannel> confirmed = new LinkedHashSet<>();
    /** Given up, the answer to which is the same as to a request. */
    private final Set<StreamChannel> leaving = new LinkedHashSet<>();

    private Instant heardAt;
    private Instant pingedAt;
    private Instant secondBegan;
    private int saidInSecond;
    private @Nullable Instant askedAt;

    SubscriptionProtocol(StreamSettings settings, Set<StreamChannel> wanted, Instant now) {
        this.settings = settings;
        this.heardAt = now;
        this.pingedAt = now;
        this.secondBegan = now;
        want(wanted);
    }

    /** New channels are asked for at once, those no longer wanted given up. */
    void want(Set<StreamChannel> channels) {
        if (!wanted.containsAll(channels)) {
            askedAt = null;
        }
        wanted.clear();
        wanted.addAll(channels);
    }

    void heard(Instant now) {
        heardAt = now;
    }

    void answered(ControlAnswer answer) {
        if (answer instanceof ControlAnswer.Named named) {
            named.channels().stream()
                    .filter(channel -> !leaving.remove(channel))
                    .filter(wanted::contains)
                    .forEach(confirmed::add);
        }
    }

    Set<StreamChannel> agreed() {
        return confirmed;
    }

    /** Whether the exchange has agreed to all we want. */
    boolean isComplete() {
        return confirmed.containsAll(wanted);
    }

    /** Pings are answered, so a socket that still stands says something. */
    boolean isDead(Instant now) {
        return !now.isBefore(heardAt.plus(settings.silence()));
    }

    /** Text frames to send now; at most what the exchange takes in a second, the rest later. */
    List<String> due(Instant now) {
        List<String> frames = new ArrayList<>();
        List<StreamChannel> gone =
                confirmed.stream().filter(channel -> !wanted.contains(channel)).toList();
        if (!gone.isEmpty() && maySpeak(now)) {
            frames.add(request("UNSUBSCRIPTION", gone));
            gone.forEach(confirmed::remove);
            leaving.addAll(gone);
        }
        List<StreamChannel> missing =
                wanted.stream().filter(channel -> !confirmed.contains(channel)).toList();
        if (!missing.isEmpty() && mayAsk(now) && maySpeak(now)) {
            frames.add(request("SUBSCRIPTION", missing));
            askedAt = now;
        }
        if (!now.isBefore(pingedAt.plus(settings.ping())) && maySpeak(now)) {
            frames.add(PING);
            pingedAt = now;
        }
        return frames;
    }

    private boolean mayAsk(Instant now) {
        return askedAt == null || !now.isBefore(askedAt.plus(settings.resubscribe()));
    }

    private boolean maySpeak(Instant now) {
        if (!now.isBefore(secondBegan.plus(SECOND))) {
            secondBegan = now;
            saidInSecond = 0;
        }
        boolean may = saidInSecond < settings.limits().messagesPerSecond();
        saidInSecond += may ? 1 : 0;
        return may;
    }

    private static String request(String method, List<StreamChannel> channels) {
        return channels.stream()
                .map(channel -> '"' + channel.name() + '"')
                .collect(Collectors.joining(",", "{\"method\":\"" + method + "\",\"params\":[", "]}"));
    }
}

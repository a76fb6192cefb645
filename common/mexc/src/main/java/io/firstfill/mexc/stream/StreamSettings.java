package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where the stream is and how patient we are with it.
 *
 * @param uri {@code wss://wbs-api.mexc.com/ws}
 * @param plainAllowed whether an address other than this machine's own may be spoken to without TLS: never where a listen
 *     key is sent
 * @param connect for a socket to be open, TLS and handshake included
 * @param ping between two of our JSON pings; the exchange closes after 60 s of silence and is reported not to answer the
 *     pings of RFC 6455
 * @param silence a socket on which nothing was heard for so long is dead; longer than two pings
 * @param life a socket is replaced after so long, less a random tenth; the exchange ends it after 24 h
 * @param resubscribe between two requests for a channel that was refused or not answered
 * @param keyExtension between two extensions of the listen key, which lives 60 minutes
 * @param backOff between two attempts to connect
 * @param limits what the exchange allows
 */
public record StreamSettings(
        URI uri,
        boolean plainAllowed,
        Duration connect,
        Duration ping,
        Duration silence,
        Duration life,
        Duration resubscribe,
        Duration keyExtension,
        BackOff backOff,
        Limits limits) {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /**
     * @param subscriptions on one socket
     * @param messagesPerSecond sent by us on one socket
     * @param frameBytes the longest frame read
     */
    public record Limits(int subscriptions, int messagesPerSecond, int frameBytes) {

        public Limits {
            if (subscriptions < 1 || messagesPerSecond < 1 || frameBytes < 1) {
                throw new IllegalArgumentException("Limits leave room for at least one");
            }
        }

        /** As documented. */
        public static Limits documented() {
            return new Limits(30, 100, 1 << 20);
        }
    }

    public StreamSettings {
        requireNonNull(backOff, "backOff");
        requireNonNull(limits, "limits");
        requireAddress(uri, plainAllowed);
        positive(connect, "connect");
        positive(ping, "ping");
        positive(life, "life");
        positive(resubscribe, "resubscribe");
        positive(keyExtension, "keyExtension");
        if (silence.compareTo(ping.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("silence must be longer than two pings: " + silence);
        }
        if (life.compareTo(LONGEST_LIFE) >= 0) {
            throw new IllegalArgumentException("A socket lives less than a day: " + life);
        }
    }

    /** Patience for the exchange itself. */
    public static StreamSettings of(URI uri) {
        return of(uri, false);
    }

    /** The same, with TLS or without. */
    public static StreamSettings of(URI uri, boolean plainAllowed) {
        return new StreamSettings(
                uri,
                plainAllowed,
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(40),
                Duration.ofHours(23),
                Duration.ofSeconds(1),
                Duration.ofMinutes(30),
                new BackOff(Duration.ofMillis(250), Duration.ofSeconds(30)),
                Limits.documented());
    }

    boolean tls() {
        return "wss".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : tls() ? 443 : 80;
    }

    private static void requireAddress(URI uri, boolean plainAllowed) {
        String host = uri.getHost();
        if (host == null || uri.getRawQuery() != null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("A stream's address is scheme, host, port and path only");
        }
        boolean plain = "ws".equalsIgnoreCase(uri.getScheme());
        if (!plain && !"wss".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("A stream's address is wss (or ws on this machine): " + host);
        }
        if (plain && !plainAllowed && !OWN_MACHINE.contains(host)) {
            throw new IllegalArgumentException("Without TLS the listen key could be read on the way to " + host);
        }
    }

    private static void positive(Duration duration, String name) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be at least a millisecond: " + duration);
        }
    }
}

package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a stream and its time limits.
 *
 * @param uri {@code wss://wbs-api.mexc.com/ws}
 * @param plainAllowed whether an address other than this machine's own may be used without TLS: never where a listen
 *     key is sent
 * @param connect time for a socket to be open, TLS and handshake included
 * @param ping time between two of our JSON pings; the exchange closes after 60 s of silence and is reported not to
 *     answer the pings of RFC 6455
 * @param silenceLimit a socket on which nothing arrived for so long is dead; at least two pings
 * @param maxAge age at which a socket is replaced, less a random tenth at most; the exchange ends a socket after 24 h
 * @param resubscribe time between two requests for a channel that was refused or not answered
 * @param keyExtension time between two extensions of the listen key, which is valid for 60 minutes
 * @param backOff waits between two attempts to connect
 * @param limits what the exchange allows
 * @param egressAddress the address of this machine that sockets leave from; null for the operating system's choice
 * @param trust whose certificates are accepted; null for those that the JDK accepts
 */
public record StreamSettings(
        URI uri,
        boolean plainAllowed,
        Duration connect,
        Duration ping,
        Duration silenceLimit,
        Duration maxAge,
        Duration resubscribe,
        Duration keyExtension,
        BackOff backOff,
        Limits limits,
        @Nullable String egressAddress,
        @Nullable TrustOptions trust) {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Duration AGE_LIMIT = Duration.ofHours(24);

    /**
     * The limits of the exchange for one socket.
     *
     * @param subscriptions channels on one socket
     * @param messagesPerSecond frames sent by us on one socket
     * @param frameBytes length of the longest frame that is read
     */
    public record Limits(int subscriptions, int messagesPerSecond, int frameBytes) {

        public Limits {
            if (subscriptions < 1 || messagesPerSecond < 1 || frameBytes < 1) {
                throw new IllegalArgumentException("Every limit must be at least one");
            }
        }

        /** Returns the limits that the exchange documents. */
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
        positive(maxAge, "maxAge");
        positive(resubscribe, "resubscribe");
        positive(keyExtension, "keyExtension");
        if (silenceLimit.compareTo(ping.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("silenceLimit must be at least two pings: " + silenceLimit);
        }
        if (maxAge.compareTo(AGE_LIMIT) >= 0) {
            throw new IllegalArgumentException("maxAge must be less than a day: " + maxAge);
        }
    }

    /** Creates settings for a host whose certificate the JDK accepts. */
    public StreamSettings(
            URI uri,
            boolean plainAllowed,
            Duration connect,
            Duration ping,
            Duration silenceLimit,
            Duration maxAge,
            Duration resubscribe,
            Duration keyExtension,
            BackOff backOff,
            Limits limits,
            @Nullable String egressAddress) {
        this(
                uri,
                plainAllowed,
                connect,
                ping,
                silenceLimit,
                maxAge,
                resubscribe,
                keyExtension,
                backOff,
                limits,
                egressAddress,
                null);
    }

    /** Returns the time limits that fit the exchange itself. */
    public static StreamSettings of(URI uri, boolean plainAllowed) {
        return of(uri, plainAllowed, null, null);
    }

    /**
     * Returns the time limits that fit the exchange itself.
     *
     * @param egressAddress the address of this machine that sockets leave from; null for the operating system's choice
     * @param trust whose certificates are accepted; null for those that the JDK accepts
     */
    public static StreamSettings of(
            URI uri, boolean plainAllowed, @Nullable String egressAddress, @Nullable TrustOptions trust) {
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
                Limits.documented(),
                egressAddress,
                trust);
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

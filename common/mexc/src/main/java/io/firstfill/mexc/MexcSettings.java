package io.firstfill.mexc;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.order.PreparedOrder;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of the exchange, and the limits of time and size for requests.
 *
 * @param api the trading host; scheme, host and port only
 * @param web the website's host, which serves the calendar
 * @param plainHttpAllowed whether an address other than this machine's own may be used without TLS
 * @param timeouts how long each step may take
 * @param pools how many connections there are
 * @param recvWindow how long a signed request stays valid, at most 1000 ms (FR-004)
 * @param userAgent sent to both hosts; the website's firewall demands a browser's
 * @param throttlePause pause after a throttle for which the exchange states no duration
 * @param longestThrottle the longest pause that the exchange may state; a longer one is cut to it
 * @param egressAddress the address of this machine that connections leave from; null for the operating system's choice
 * @param trust whose certificates are accepted; null for those that the JDK accepts
 */
public record MexcSettings(
        URI api,
        URI web,
        boolean plainHttpAllowed,
        Timeouts timeouts,
        Pools pools,
        Duration recvWindow,
        String userAgent,
        Duration throttlePause,
        Duration longestThrottle,
        @Nullable String egressAddress,
        @Nullable TrustOptions trust) {

    /** The longest ban that the exchange documents. */
    private static final Duration LONGEST_BAN = Duration.ofDays(3);

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1");

    /**
     * How long each step may take.
     *
     * @param connect time to get a usable connection, TLS included; when it runs out nothing has been sent
     * @param orderAnswer time for the whole answer to an order
     * @param answer time for the whole answer to any other request
     * @param idle time after which we close an unused connection; shorter than the exchange's own, which is not known
     */
    public record Timeouts(Duration connect, Duration orderAnswer, Duration answer, Duration idle) {

        public Timeouts {
            positive(connect, "connect");
            positive(orderAnswer, "orderAnswer");
            positive(answer, "answer");
            if (positive(idle, "idle").toSeconds() < 1) {
                throw new IllegalArgumentException("idle is counted in whole seconds: " + idle);
            }
        }
    }

    /**
     * How many connections there are.
     *
     * @param orders connections for orders alone, so that no slow answer delays an order
     * @param queries connections for all other requests, per host
     * @param waiting calls that may wait for a connection; one more is not sent
     * @param maxBodyBytes length of the longest answer that is read
     */
    public record Pools(int orders, int queries, int waiting, int maxBodyBytes) {

        public Pools {
            if (orders < 1 || queries < 1 || waiting < 0 || maxBodyBytes < 1) {
                throw new IllegalArgumentException("Pools need at least one socket each and room for an answer");
            }
        }
    }

    public MexcSettings {
        requireNonNull(timeouts, "timeouts");
        requireNonNull(pools, "pools");
        requireBase(api, plainHttpAllowed);
        requireBase(web, plainHttpAllowed);
        PreparedOrder.requirePolicy(recvWindow);
        positive(throttlePause, "throttlePause");
        positive(longestThrottle, "longestThrottle");
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("The user agent must be printable ASCII");
        }
    }

    /** Creates settings for a host whose certificate the JDK accepts. */
    public MexcSettings(
            URI api,
            URI web,
            boolean plainHttpAllowed,
            Timeouts timeouts,
            Pools pools,
            Duration recvWindow,
            String userAgent,
            Duration throttlePause,
            Duration longestThrottle,
            @Nullable String egressAddress) {
        this(
                api,
                web,
                plainHttpAllowed,
                timeouts,
                pools,
                recvWindow,
                userAgent,
                throttlePause,
                longestThrottle,
                egressAddress,
                null);
    }

    /** Returns default limits for these two hosts. */
    public static MexcSettings of(URI api, URI web) {
        return new MexcSettings(
                api,
                web,
                false,
                new Timeouts(
                        Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(50)),
                new Pools(12, 4, 16, 64 << 20),
                Duration.ofSeconds(1),
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
                Duration.ofMinutes(2),
                LONGEST_BAN,
                null);
    }

    private static void requireBase(URI base, boolean plainHttpAllowed) {
        String host = base.getHost();
        boolean bare = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        boolean rootPath = base.getRawPath() == null || Set.of("", "/").contains(base.getRawPath());
        if (host == null || host.startsWith("[") || !bare || !rootPath) {
            throw new IllegalArgumentException("An address is scheme, host (a name or IPv4) and port only");
        }
        boolean plainHttp = "http".equalsIgnoreCase(base.getScheme());
        if (!plainHttp && !"https".equalsIgnoreCase(base.getScheme())) {
            throw new IllegalArgumentException("An address is https (or http where allowed): " + host);
        }
        if (plainHttp && !plainHttpAllowed && !OWN_MACHINE.contains(host)) {
            throw new IllegalArgumentException("Plain http would show the API key on the way to " + host);
        }
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be at least a millisecond: " + duration);
        }
        return duration;
    }
}

package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.stream.WebSocketConnection.Event;
import io.firstfill.mexc.stream.WebSocketConnection.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one WebSocket connection live: reconnects after a loss, with back-off, and replaces a connection before it
 * grows too old, by a successor that takes over once every channel is confirmed on it. Owns the session's {@link
 * StreamState}. Confined to the session's event loop, except {@link #state()}.
 */
final class ConnectionSupervisor {

    /** The age at which a connection is replaced is shortened at random by at most this part. */
    private static final int SHORTENED_BY_AT_MOST = 10;

    private final StreamSettings settings;
    private final StreamEndpoint endpoint;
    private final StreamListener listener;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<WebSocketConnection> connector;
    private final Set<StreamChannel> channels = new LinkedHashSet<>();
    private volatile StreamState state = new StreamState.Closed();
    private @Nullable WebSocketConnection current;
    private @Nullable WebSocketConnection successor;
    private int failures;
    private int failedRenewals;
    private Instant renewAt = Instant.MAX;

    /** @param connector begins to open a connection whose events arrive at {@link #occurred} */
    ConnectionSupervisor(
            StreamSettings settings,
            StreamEndpoint endpoint,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random,
            Supplier<WebSocketConnection> connector) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.listener = requireNonNull(listener, "listener");
        this.clock = clock;
        this.random = requireNonNull(random, "random");
        this.connector = connector;
    }

    StreamState state() {
        return state;
    }

    Set<StreamChannel> channels() {
        return channels;
    }

    void subscribe(Set<StreamChannel> now) {
        channels.clear();
        channels.addAll(now);
        if (state instanceof StreamState.Closed) {
            failures = 0;
            connect();
        } else {
            subscribe(current);
            subscribe(successor);
        }
    }

    void stop() {
        channels.clear();
        drop(current);
        drop(successor);
        current = null;
        successor = null;
        state = new StreamState.Closed();
    }

    /** Lets the next tick open a successor, in place of one that is being opened. */
    void renew() {
        drop(successor);
        successor = null;
        renewAt = clock.instant();
    }

    void tick(Instant now) {
        if (state instanceof StreamState.BackingOff waiting && !now.isBefore(waiting.until())) {
            connect();
        }
        if (state instanceof StreamState.Live && successor == null && !now.isBefore(renewAt)) {
            successor = connector.get();
        }
        tick(current, now);
        tick(successor, now);
    }

    void occurred(WebSocketConnection connection, Event event) {
        switch (event) {
            case Event.Opened opened -> opened(connection);
            case Event.Confirmed confirmed -> confirmed(connection);
            case Event.Ended ended -> ended(connection, ended);
            case Event.Pushed pushed -> listener.pushed(pushed.push(), pushed.seenAt());
            case Event.Unreadable unreadable -> listener.unreadable(unreadable.detail());
            case Event.Refused refused -> listener.refused(refused.text());
        }
    }

    private void connect() {
        state = new StreamState.Connecting(failures);
        current = connector.get();
    }

    private void subscribe(@Nullable WebSocketConnection connection) {
        if (connection != null) {
            connection.subscribe(channels);
        }
    }

    private static void drop(@Nullable WebSocketConnection connection) {
        if (connection != null) {
            connection.drop();
        }
    }

    private static void tick(@Nullable WebSocketConnection connection, Instant now) {
        if (connection != null) {
            connection.tick(now);
        }
    }

    private void opened(WebSocketConnection connection) {
        if (connection == current) {
            state = new StreamState.Subscribing(failures);
        }
    }

    private void confirmed(WebSocketConnection connection) {
        boolean becomesLive = connection == successor || !(state instanceof StreamState.Live);
        if (connection == successor) {
            drop(current);
            current = connection;
            successor = null;
        }
        if (becomesLive) {
            Instant now = clock.instant();
            failures = 0;
            failedRenewals = 0;
            long age = settings.maxAge().toMillis();
            renewAt = now.plusMillis(age - random.nextLong(age / SHORTENED_BY_AT_MOST + 1));
            state = new StreamState.Live(now, renewAt);
            listener.live();
        }
    }

    private void ended(WebSocketConnection connection, Event.Ended ended) {
        Refusal refusal = ended.refusal();
        if (refusal != null && refusal.mayBeTheKeys()) {
            endpoint.handshakeRefused();
        }
        if (connection == successor) {
            successor = null;
            failedRenewals++;
            renewAt = clock.instant().plus(pause(failedRenewals, refusal));
        } else if (connection == current) {
            lost(ended.reason(), refusal);
        }
    }

    /** The back-off, or the longer time for which the exchange wants to be left alone. */
    private Duration pause(int afterFailures, @Nullable Refusal refusal) {
        Duration own = settings.backOff().after(afterFailures, random);
        Duration stated = refusal == null || !refusal.isThrottle() ? null : refusal.retryAfter();
        return stated == null || stated.compareTo(own) < 0 ? own : stated;
    }

    private void lost(String reason, @Nullable Refusal refusal) {
        boolean wasLive = state instanceof StreamState.Live;
        current = successor;
        successor = null;
        if (current == null) {
            failures++;
            Instant until = clock.instant().plus(pause(failures, refusal));
            state = new StreamState.BackingOff(failures, until);
        } else {
            state = current.isOpen() ? new StreamState.Subscribing(failures) : new StreamState.Connecting(failures);
        }
        if (wasLive) {
            listener.lost(reason);
        }
    }
}

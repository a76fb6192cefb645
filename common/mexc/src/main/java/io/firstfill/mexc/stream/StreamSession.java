package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps listening to some channels, over one socket after the other; see {@link StreamState} for how. Its memory is
 * confined to one event loop, and its calls may come from any thread.
 */
public final class StreamSession implements AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(20);
    private static final int SHORTENED_BY_AT_MOST = 10;

    private final Vertx vertx;
    private final Context context;
    private final StreamSettings settings;
    private final StreamEndpoint door;
    private final StreamListener listener;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final WebSocketClient client;
    private final Set<StreamChannel> wanted = new LinkedHashSet<>();
    private volatile StreamState state = new StreamState.Closed();
    private @Nullable WebSocketConnection current;
    private @Nullable WebSocketConnection successor;
    private int failures;
    private int failedRenewals;
    private Instant renewAt = Instant.MAX;
    private long beat = -1;
    private boolean ended;

    StreamSession(
            Vertx vertx,
            StreamSettings settings,
            Function<StreamSession, StreamEndpoint> door,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random) {
        this.vertx = requireNonNull(vertx, "vertx");
        this.context = vertx.getOrCreateContext();
        this.settings = requireNonNull(settings, "settings");
        this.door = door.apply(this);
        this.listener = requireNonNull(listener, "listener");
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
        this.client = vertx.createWebSocketClient(options(settings));
    }

    /** A stream of public channels, closed until it is opened. */
    public static StreamSession open(
            Vertx vertx,
            StreamSettings settings,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random) {
        return new StreamSession(
                vertx, settings, session -> new StreamEndpoint.Open(path(settings)), listener, clock, random);
    }

    static String path(StreamSettings settings) {
        String path = settings.uri().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    public StreamState state() {
        return state;
    }

    /**
     * What to listen to from now on, in place of what was asked before. Nothing closes the session: the exchange closes
     * sockets that listen to nothing. A live session stays live while channels are added.
     *
     * @throws IllegalArgumentException for more channels than one socket may carry; use several sessions
     */
    public void listenTo(Set<StreamChannel> channels) {
        if (channels.size() > settings.limits().subscriptions()) {
            throw new IllegalArgumentException(channels.size() + " channels on one socket, at most "
                    + settings.limits().subscriptions() + " are allowed");
        }
        Set<StreamChannel> copy = Set.copyOf(channels);
        execute(() -> wantedNow(copy));
    }

    /** Replaces the socket by a new one, without a moment of deafness if the present one holds. */
    public void renew() {
        execute(() -> {
            drop(successor);
            successor = null;
            renewAt = clock.instant();
        });
    }

    @Override
    public void close() {
        shut();
    }

    /** @return completes when nothing of it is left at the exchange, as far as that can be told */
    Future<Void> shut() {
        Promise<Void> done = Promise.promise();
        execute(() -> {
            if (ended) {
                done.complete();
                return;
            }
            ended = true;
            halt();
            door.shut().onComplete(any -> client.close().onComplete(closed -> done.complete()));
        });
        return done.future();
    }

    /** On the session's event loop. */
    void execute(Runnable task) {
        context.runOnContext(on -> task.run());
    }

    private void wantedNow(Set<StreamChannel> channels) {
        wanted.clear();
        wanted.addAll(channels);
        if (wanted.isEmpty() || ended) {
            halt();
        } else if (state instanceof StreamState.Closed) {
            failures = 0;
            beat = vertx.setPeriodic(BEAT.toMillis(), tick -> beat());
            connect();
        } else {
            want(current);
            want(successor);
        }
    }

    private void want(@Nullable WebSocketConnection link) {
        if (link != null) {
            link.want(wanted);
        }
    }

    private void halt() {
        drop(current);
        drop(successor);
        current = null;
        successor = null;
        vertx.cancelTimer(beat);
        state = new StreamState.Closed();
    }

    private static void drop(@Nullable WebSocketConnection link) {
        if (link != null) {
            link.drop();
        }
    }

    private void connect() {
        state = new StreamState.Connecting(failures);
        current = link();
    }

    private WebSocketConnection link() {
        WebSocketConnection link = new WebSocketConnection(client, settings, this::occurred, clock);
        door.target()
                .onComplete(target -> execute(() -> {
                    if (target.succeeded()) {
                        link.connect(target.result(), wanted);
                    } else {
                        link.fail("no listen key");
                    }
                }));
        return link;
    }

    private void beat() {
        Instant now = clock.instant();
        door.beat(now);
        if (state instanceof StreamState.BackingOff waiting && !now.isBefore(waiting.until())) {
            connect();
        }
        if (state instanceof StreamState.Live && successor == null && !now.isBefore(renewAt)) {
            successor = link();
        }
        beat(current, now);
        beat(successor, now);
    }

    private static void beat(@Nullable WebSocketConnection link, Instant now) {
        if (link != null) {
            link.beat(now);
        }
    }

    private void occurred(WebSocketConnection link, WebSocketConnection.Event event) {
        switch (event) {
            case WebSocketConnection.Event.Opened opened -> opened(link);
            case WebSocketConnection.Event.Complete complete -> complete(link);
            case WebSocketConnection.Event.Over over -> over(link, over);
            case WebSocketConnection.Event.Pushed pushed -> listener.pushed(pushed.push(), pushed.seenAt());
            case WebSocketConnection.Event.Unreadable unreadable -> listener.unreadable(unreadable.detail());
            case WebSocketConnection.Event.Refused refused -> listener.refused(refused.text());
        }
    }

    private void opened(WebSocketConnection link) {
        if (link == current) {
            state = new StreamState.Subscribing(failures);
        }
    }

    private void complete(WebSocketConnection link) {
        boolean news = link == successor || !(state instanceof StreamState.Live);
        if (link == successor) {
            drop(current);
            current = link;
            successor = null;
        }
        if (news) {
            Instant now = clock.instant();
            failures = 0;
            failedRenewals = 0;
            long life = settings.life().toMillis();
            renewAt = now.plusMillis(life - random.nextLong(life / SHORTENED_BY_AT_MOST + 1));
            state = new StreamState.Live(now, renewAt);
            listener.live();
        }
    }

    private void over(WebSocketConnection link, WebSocketConnection.Event.Over over) {
        if (over.turnedAway()) {
            door.turnedAway();
        }
        if (link == successor) {
            successor = null;
            failedRenewals++;
            renewAt = clock.instant().plus(settings.backOff().after(failedRenewals, random));
        } else if (link == current) {
            lost(over.reason());
        }
    }

    private void lost(String reason) {
        boolean wasLive = state instanceof StreamState.Live;
        current = successor;
        successor = null;
        if (current == null) {
            failures++;
            Instant until = clock.instant().plus(settings.backOff().after(failures, random));
            state = new StreamState.BackingOff(failures, until);
        } else {
            state = current.isOpen() ? new StreamState.Subscribing(failures) : new StreamState.Connecting(failures);
        }
        if (wasLive) {
            listener.lost(reason);
        }
    }

    private static WebSocketClientOptions options(StreamSettings settings) {
        return new WebSocketClientOptions()
                .setConnectTimeout((int) settings.connect().toMillis())
                .setSslHandshakeTimeout(settings.connect().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setMaxFrameSize(settings.limits().frameBytes())
                .setMaxMessageSize(settings.limits().frameBytes())
                .setClosingTimeout(1);
    }
}

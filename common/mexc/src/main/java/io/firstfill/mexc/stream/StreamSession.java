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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Keeps subscriptions to some channels alive over one socket after another; see {@link StreamState} for the states. The
 * session owns the event loop, the timer and the WebSocket client, and leaves the sockets to its {@link
 * ConnectionSupervisor}. All state is confined to the event loop; the public methods may be called from any thread.
 */
public final class StreamSession implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Context context;
    private final StreamSettings settings;
    private final StreamEndpoint endpoint;
    private final InstantSource clock;
    private final WebSocketClient client;
    private final ConnectionSupervisor supervisor;
    private long timer = NO_TIMER;
    private boolean closed;

    StreamSession(
            Vertx vertx,
            StreamSettings settings,
            Function<StreamSession, StreamEndpoint> endpoint,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random) {
        this.vertx = requireNonNull(vertx, "vertx");
        this.context = vertx.getOrCreateContext();
        this.settings = requireNonNull(settings, "settings");
        this.endpoint = endpoint.apply(this);
        this.clock = requireNonNull(clock, "clock");
        this.client = vertx.createWebSocketClient(options(settings));
        this.supervisor = new ConnectionSupervisor(settings, this.endpoint, listener, clock, random, this::connect);
    }

    /** Creates a stream of public channels. The stream is closed until {@link #listenTo} names a channel. */
    public static StreamSession open(
            Vertx vertx,
            StreamSettings settings,
            StreamListener listener,
            InstantSource clock,
            RandomGenerator random) {
        StreamEndpoint endpoint = new StreamEndpoint.Open(path(settings));
        return new StreamSession(vertx, settings, session -> endpoint, listener, clock, random);
    }

    static String path(StreamSettings settings) {
        String path = settings.uri().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    StreamState state() {
        return supervisor.state();
    }

    /**
     * Subscribes to the given channels from now on, in place of those of the last call. An empty set closes the
     * sockets, because the exchange closes sockets without a subscription. A live session stays live while channels are
     * added.
     *
     * @throws IllegalArgumentException for more channels than one socket may carry; use several sessions
     */
    public void listenTo(Set<StreamChannel> channels) {
        if (channels.size() > settings.limits().subscriptions()) {
            throw new IllegalArgumentException(channels.size() + " channels on one socket, at most "
                    + settings.limits().subscriptions() + " are allowed");
        }
        Set<StreamChannel> copy = Set.copyOf(channels);
        execute(() -> subscribe(copy));
    }

    /** Replaces the socket by a new one. While the present socket holds, no push is missed. */
    void renew() {
        execute(supervisor::renew);
    }

    @Override
    public void close() {
        shutDown();
    }

    /** @return completes when the exchange holds neither socket nor key of the session, as far as its answers show */
    Future<Void> shutDown() {
        Promise<Void> done = Promise.promise();
        execute(() -> {
            if (closed) {
                done.complete();
                return;
            }
            closed = true;
            stop();
            endpoint.close().onComplete(any -> client.close().onComplete(clientClosed -> done.complete()));
        });
        return done.future();
    }

    /** Runs the task on the session's event loop. */
    void execute(Runnable task) {
        context.runOnContext(on -> task.run());
    }

    private void subscribe(Set<StreamChannel> channels) {
        if (channels.isEmpty() || closed) {
            stop();
            return;
        }
        if (timer == NO_TIMER) {
            timer = vertx.setPeriodic(TICK.toMillis(), tick -> tick());
        }
        supervisor.subscribe(channels);
    }

    private void stop() {
        supervisor.stop();
        vertx.cancelTimer(timer);
        timer = NO_TIMER;
    }

    private void tick() {
        Instant now = clock.instant();
        endpoint.tick(now);
        supervisor.tick(now);
    }

    private WebSocketConnection connect() {
        WebSocketConnection connection = new WebSocketConnection(client, settings, supervisor::occurred, clock);
        endpoint.target()
                .onComplete(target -> execute(() -> {
                    if (target.succeeded()) {
                        connection.connect(target.result(), supervisor.channels());
                    } else {
                        connection.fail("no listen key");
                    }
                }));
        return connection;
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
                .setTrustOptions(settings.trust())
                .setLocalAddress(settings.egressAddress())
                .setClosingTimeout(1);
    }
}

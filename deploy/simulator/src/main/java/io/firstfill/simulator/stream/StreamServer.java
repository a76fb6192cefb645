package io.firstfill.simulator.stream;

import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.stream.StreamSocket.ListenKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket endpoint {@code /ws}: accepts sockets, drives the public channels, and closes sockets that are too old,
 * idle, without subscription, or whose listen key has expired.
 */
public final class StreamServer {

    /** One open socket, for the control port. */
    public record Report(@Nullable String account, Instant connectedAt, List<String> channels, int pushes) {}

    private static final System.Logger LOG = System.getLogger(StreamServer.class.getName());
    private static final String PATH = "/ws";
    private static final long TICK_MILLIS = 10;
    private static final int BAD_REQUEST = 400;

    private final Vertx vertx;
    private final Exchange exchange;
    private final FaultRules faults;
    private final SubscriptionProtocol protocol;
    private final PublicPushes publicPushes;
    private final Set<StreamSocket> sockets = new LinkedHashSet<>();

    public StreamServer(Vertx vertx, Exchange exchange, FaultRules faults, RandomGenerator random) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.faults = faults;
        this.protocol = new SubscriptionProtocol(exchange, faults);
        this.publicPushes = new PublicPushes(exchange);
        exchange.setListener(new PrivatePushes(exchange, sockets, random));
        vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    }

    /** Returns whether a request asks for the WebSocket. */
    public boolean accepts(HttpServerRequest request) {
        return PATH.equals(request.path()) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /**
     * Upgrades a request to a WebSocket. A listen key that is unknown, expired or used by too many sockets is refused
     * at the handshake, with status 400.
     */
    public void connect(HttpServerRequest request) {
        String given = request.getParam("listenKey");
        String account = exchange.listenKeys().owner(given, exchange.now()).orElse(null);
        if (given != null && (account == null || hasTooManySockets(given))) {
            request.response().setStatusCode(BAD_REQUEST).end();
            return;
        }
        ListenKey key = given == null || account == null ? null : new ListenKey(given, account);
        request.toWebSocket()
                .onSuccess(socket -> open(request, socket, key))
                .onFailure(failure -> LOG.log(System.Logger.Level.DEBUG, "handshake failed", failure));
    }

    public List<Report> open() {
        return sockets.stream()
                .map(socket -> new Report(
                        socket.account(),
                        Instant.EPOCH.plusNanos(socket.connectedMicros() * 1000),
                        socket.subscriptions().stream()
                                .map(subscription -> subscription.channel().name())
                                .toList(),
                        socket.pushes()))
                .toList();
    }

    /** Disconnects the sockets of an account; all sockets when the account is null. */
    public void disconnect(@Nullable String account) {
        List.copyOf(sockets).stream()
                .filter(socket -> account == null || account.equals(socket.account()))
                .forEach(StreamSocket::disconnect);
    }

    private void open(HttpServerRequest request, ServerWebSocket webSocket, @Nullable ListenKey key) {
        StreamSocket socket = new StreamSocket(webSocket, request.connection(), key, vertx, exchange.clock(), faults);
        sockets.add(socket);
        webSocket.closeHandler(closed -> sockets.remove(socket));
        webSocket.exceptionHandler(failure -> LOG.log(System.Logger.Level.DEBUG, "socket failed", failure));
        webSocket.textMessageHandler(text -> receive(socket, text));
    }

    private void receive(StreamSocket socket, String text) {
        if (socket.admitMessage(exchange.behaviours().exchange().socketMessagesPerSecond())) {
            protocol.accept(socket, text);
        } else {
            socket.close();
        }
    }

    private void tick() {
        if (sockets.isEmpty()) {
            return;
        }
        ClockReading now = exchange.now();
        Behaviour limits = exchange.behaviours().exchange();
        for (StreamSocket socket : List.copyOf(sockets)) {
            if (mustClose(socket, limits, now)) {
                socket.close();
            } else {
                publicPushes.pushDue(socket, now.machineMicros());
            }
        }
    }

    private boolean mustClose(StreamSocket socket, Behaviour limits, ClockReading now) {
        ListenKey key = socket.key();
        return socket.ageMillis() >= limits.socketLifeMillis()
                || socket.idleMillis() >= limits.socketIdleMillis()
                || socket.unsubscribedMillis() >= limits.socketBareMillis()
                || (key != null && exchange.listenKeys().owner(key.key(), now).isEmpty());
    }

    private boolean hasTooManySockets(String key) {
        int most = exchange.behaviours().exchange().socketsPerListenKey();
        return sockets.stream()
                        .filter(socket ->
                                socket.key() != null && socket.key().key().equals(key))
                        .count()
                >= most;
    }
}

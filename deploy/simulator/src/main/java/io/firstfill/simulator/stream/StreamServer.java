package io.firstfill.simulator.stream;

import io.firstfill.simulator.exchange.Behaviour;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.exchange.Moment;
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

/** The WebSocket endpoint: lets sockets in, drives the public channels, closes what has lived or idled too long. */
public final class StreamServer {

    /** One open socket as it truly is. */
    public record Report(@Nullable String account, Instant connectedAt, List<String> channels, int pushes) {}

    private static final System.Logger LOG = System.getLogger(StreamServer.class.getName());
    private static final String PATH = "/ws";
    private static final long BEAT_MILLIS = 10;
    private static final int REFUSED = 400;

    private final Vertx vertx;
    private final Exchange exchange;
    private final FaultRules faults;
    private final ControlFrames control;
    private final PublicPushes publicPushes;
    private final Set<StreamSocket> sockets = new LinkedHashSet<>();

    public StreamServer(Vertx vertx, Exchange exchange, FaultRules faults, RandomGenerator random) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.faults = faults;
        this.control = new ControlFrames(exchange, faults);
        this.publicPushes = new PublicPushes(exchange);
        exchange.watch(new PrivatePushes(exchange, sockets, random));
        vertx.setPeriodic(BEAT_MILLIS, beat -> beat());
    }

    public boolean isMeant(HttpServerRequest request) {
        return PATH.equals(request.path()) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /** A listen key that is unknown, expired or used by too many sockets is refused at the handshake. */
    public void connect(HttpServerRequest request) {
        String given = request.getParam("listenKey");
        String account = exchange.listenKeys().owner(given, exchange.now()).orElse(null);
        if (given != null && (account == null || isCrowded(given))) {
            request.response().setStatusCode(REFUSED).end();
            return;
        }
        ListenKey key = given == null || account == null ? null : new ListenKey(given, account);
        request.toWebSocket()
                .onSuccess(socket -> open(request, socket, key))
                .onFailure(broken -> LOG.log(System.Logger.Level.DEBUG, "handshake failed", broken));
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

    /** Breaks the sockets of an account, or all. */
    public void cut(@Nullable String account) {
        List.copyOf(sockets).stream()
                .filter(socket -> account == null || account.equals(socket.account()))
                .forEach(StreamSocket::cut);
    }

    private void open(HttpServerRequest request, ServerWebSocket webSocket, @Nullable ListenKey key) {
        StreamSocket socket = new StreamSocket(webSocket, request.connection(), key, vertx, exchange.clock(), faults);
        sockets.add(socket);
        webSocket.closeHandler(closed -> sockets.remove(socket));
        webSocket.exceptionHandler(broken -> LOG.log(System.Logger.Level.DEBUG, "socket broke", broken));
        webSocket.textMessageHandler(text -> hear(socket, text));
    }

    private void hear(StreamSocket socket, String text) {
        if (socket.mayTalk(exchange.behaviours().exchange().socketMessagesPerSecond())) {
            control.accept(socket, text);
        } else {
            socket.close();
        }
    }

    private void beat() {
        if (sockets.isEmpty()) {
            return;
        }
        Moment now = exchange.now();
        Behaviour limits = exchange.behaviours().exchange();
        for (StreamSocket socket : List.copyOf(sockets)) {
            if (isOver(socket, limits, now)) {
                socket.close();
            } else {
                publicPushes.pushDue(socket, now.machineMicros());
            }
        }
    }

    private boolean isOver(StreamSocket socket, Behaviour limits, Moment now) {
        ListenKey key = socket.key();
        return socket.ageMillis() >= limits.socketLifeMillis()
                || socket.idleMillis() >= limits.socketIdleMillis()
                || socket.bareMillis() >= limits.socketBareMillis()
                || (key != null && exchange.listenKeys().owner(key.key(), now).isEmpty());
    }

    private boolean isCrowded(String key) {
        int most = exchange.behaviours().exchange().socketsPerListenKey();
        return sockets.stream()
                        .filter(socket ->
                                socket.key() != null && socket.key().key().equals(key))
                        .count()
                >= most;
    }
}

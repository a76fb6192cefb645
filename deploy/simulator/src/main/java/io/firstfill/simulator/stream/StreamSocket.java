package io.firstfill.simulator.stream;

import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.fault.StreamPlan;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One WebSocket with its subscriptions and the state of its limits. */
final class StreamSocket {

    private static final System.Logger LOG = System.getLogger(StreamSocket.class.getName());
    private static final long SECOND = 1_000_000;

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final @Nullable ListenKey key;
    private final Vertx vertx;
    private final ServerClock clock;
    private final FaultRules faults;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<ChannelKind, PushQueue> queues = new EnumMap<>(ChannelKind.class);
    private final long connectedMicros;
    private long unsubscribedSince;
    private long lastTraffic;
    private long secondStart;
    private int messagesInSecond;
    private int pushes;

    /** The listen key of a private stream, and the account it belongs to. */
    record ListenKey(String key, String account) {

        @Override
        public String toString() {
            return "ListenKey[" + account + "]";
        }
    }

    StreamSocket(
            ServerWebSocket socket,
            HttpConnection connection,
            @Nullable ListenKey key,
            Vertx vertx,
            ServerClock clock,
            FaultRules faults) {
        this.socket = socket;
        this.connection = connection;
        this.key = key;
        this.vertx = vertx;
        this.clock = clock;
        this.faults = faults;
        this.connectedMicros = micros();
        this.unsubscribedSince = connectedMicros;
        this.lastTraffic = connectedMicros;
    }

    @Nullable ListenKey key() {
        return key;
    }

    @Nullable String account() {
        return key == null ? null : key.account();
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    Optional<Subscription> subscription(ChannelKind kind) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.channel().kind() == kind)
                .findFirst();
    }

    boolean isSubscribedTo(String channel) {
        return subscriptions.containsKey(channel);
    }

    void subscribe(Channel channel, long pushedTrades) {
        subscriptions.putIfAbsent(channel.name(), new Subscription(channel, pushedTrades));
    }

    void unsubscribe(String channel) {
        if (subscriptions.remove(channel) != null && subscriptions.isEmpty()) {
            unsubscribedSince = micros();
        }
    }

    /** Counts an incoming message; false when there were more than {@code perSecond} within a second. */
    boolean admitMessage(int perSecond) {
        lastTraffic = micros();
        if (lastTraffic - secondStart >= SECOND) {
            secondStart = lastTraffic;
            messagesInSecond = 0;
        }
        return ++messagesInSecond <= perSecond;
    }

    long ageMillis() {
        return (micros() - connectedMicros) / 1000;
    }

    long idleMillis() {
        return (micros() - lastTraffic) / 1000;
    }

    /** Returns how long the socket has had no subscription; 0 while it has one. */
    long unsubscribedMillis() {
        return subscriptions.isEmpty() ? (micros() - unsubscribedSince) / 1000 : 0;
    }

    int pushes() {
        return pushes;
    }

    long connectedMicros() {
        return connectedMicros;
    }

    void reply(String json) {
        socket.writeTextMessage(json).onFailure(StreamSocket::logClosed);
    }

    /**
     * Sends a push after a lag, with the effects of the fault rules. The send time in the frame is taken when the frame
     * is sent, not when the push is requested.
     */
    void push(Channel channel, @Nullable String symbol, ProtoMessage body, long lagMicros) {
        StreamPlan plan = faults.push(channel.kind().family(), symbol, account());
        if (plan.disconnects()) {
            disconnect();
        } else if (!plan.loses()) {
            Runnable send = () -> send(channel, symbol, body, plan);
            PushQueue queue = queues.computeIfAbsent(channel.kind(), kind -> new PushQueue(vertx, this::micros));
            queue.add(lagMicros + plan.delayMillis() * 1000, send);
            if (plan.duplicates()) {
                queue.add(0, send);
            }
        }
    }

    /** Closes the WebSocket with a close frame. */
    void close() {
        socket.close().onFailure(StreamSocket::logClosed);
    }

    /** Closes the TCP connection without a close frame. */
    void disconnect() {
        connection.close().onFailure(StreamSocket::logClosed);
    }

    private void send(Channel channel, @Nullable String symbol, ProtoMessage body, StreamPlan plan) {
        if (socket.isClosed()) {
            return;
        }
        byte[] frame = new ProtoMessage()
                .text(1, channel.name())
                .text(3, symbol)
                .number(6, clock.now().serverMillis())
                .message(channel.kind().bodyField(), body)
                .bytes();
        pushes++;
        lastTraffic = micros();
        socket.writeBinaryMessage(Buffer.buffer(plan.mutate(frame))).onFailure(StreamSocket::logClosed);
    }

    private long micros() {
        return clock.now().machineMicros();
    }

    private static void logClosed(Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "client closed its socket", failure);
    }
}

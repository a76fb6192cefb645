package io.firstfill.simulator.stream;

import io.firstfill.simulator.exchange.ServerClock;
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

/** One connection with its subscriptions. */
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
    private final Map<Kind, Outbox> outboxes = new EnumMap<>(Kind.class);
    private final long connectedMicros;
    private long bareSince;
    private long lastTraffic;
    private long secondBegan;
    private int messagesInSecond;
    private int pushes;

    /** The key a private stream was opened with, and whose it is. */
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
        this.bareSince = connectedMicros;
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

    Optional<Subscription> subscription(Kind kind) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.channel().kind() == kind)
                .findFirst();
    }

    boolean isSubscribedTo(String channel) {
        return subscriptions.containsKey(channel);
    }

    void subscribe(Channel channel, long tradesSeen) {
        subscriptions.putIfAbsent(channel.name(), new Subscription(channel, tradesSeen));
    }

    void unsubscribe(String channel) {
        if (subscriptions.remove(channel) != null && subscriptions.isEmpty()) {
            bareSince = micros();
        }
    }

    /** Counts an incoming message; false when there were too many within a second. */
    boolean mayTalk(int perSecond) {
        lastTraffic = micros();
        if (lastTraffic - secondBegan >= SECOND) {
            secondBegan = lastTraffic;
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

    /** 0 while there is a subscription. */
    long bareMillis() {
        return subscriptions.isEmpty() ? (micros() - bareSince) / 1000 : 0;
    }

    int pushes() {
        return pushes;
    }

    long connectedMicros() {
        return connectedMicros;
    }

    void reply(String json) {
        socket.writeTextMessage(json).onFailure(StreamSocket::gone);
    }

    /** Sends a data frame as the faults will have it; its send time is taken when it leaves. */
    void push(Channel channel, @Nullable String symbol, ProtoMessage body, long lagMicros) {
        StreamPlan plan = faults.push(channel.kind().family(), symbol, account());
        if (plan.disconnects()) {
            cut();
        } else if (!plan.loses()) {
            Runnable send = () -> send(channel, symbol, body);
            Outbox outbox = outboxes.computeIfAbsent(channel.kind(), kind -> new Outbox(vertx, this::micros));
            outbox.after(lagMicros + plan.delayMillis() * 1000, send);
            if (plan.duplicates()) {
                outbox.after(0, send);
            }
        }
    }

    /** Closes in good order. */
    void close() {
        socket.close().onFailure(StreamSocket::gone);
    }

    /** Breaks the connection. */
    void cut() {
        connection.close().onFailure(StreamSocket::gone);
    }

    private void send(Channel channel, @Nullable String symbol, ProtoMessage body) {
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
        socket.writeBinaryMessage(Buffer.buffer(frame)).onFailure(StreamSocket::gone);
    }

    private long micros() {
        return clock.now().machineMicros();
    }

    private static void gone(Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "client left its socket", failure);
    }
}

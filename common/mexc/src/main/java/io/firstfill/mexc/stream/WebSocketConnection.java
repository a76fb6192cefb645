package io.firstfill.mexc.stream;

import io.firstfill.mexc.reading.RetryAfter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket from the attempt to connect to its end. The connection publishes no event after it has ended or was
 * dropped, so that a close that arrives late cannot be taken for that of its successor. Confined to the event loop of
 * its session.
 */
final class WebSocketConnection {

    /** A stream is an aid: it is asked for again after an hour, however long the exchange wants to be left alone. */
    private static final Duration LONGEST_REFUSAL = Duration.ofHours(1);

    private final WebSocketClient client;
    private final StreamSettings settings;
    private final BiConsumer<WebSocketConnection, Event> events;
    private final InstantSource clock;
    private final Instant begunAt;
    private @Nullable ClientWebSocket socket;
    private @Nullable SubscriptionProtocol protocol;
    private boolean ended;
    private boolean confirmed;

    /** What the supervisor of a connection must know of it. */
    sealed interface Event {

        /** The handshake succeeded. */
        record Opened() implements Event {}

        /** The exchange has confirmed every channel. */
        record Confirmed() implements Event {}

        /**
         * The connection has ended, or was not opened.
         *
         * @param refusal the exchange refused the handshake itself; null where it did not
         */
        record Ended(String reason, @Nullable Refusal refusal) implements Event {}

        record Pushed(Push push, Instant seenAt) implements Event {}

        record Unreadable(String detail) implements Event {}

        /** The exchange refused a subscription. */
        record Refused(String text) implements Event {}
    }

    /**
     * A refused handshake.
     *
     * @param retryAfter as the exchange stated it; null where it did not
     */
    record Refusal(int status, @Nullable Duration retryAfter) {
        private static final int FORBIDDEN = 403;

        boolean isThrottle() {
            return RetryAfter.isThrottle(status);
        }

        /** Returns whether the listen key may be the reason: 403 is a throttle, and may be said of an ended key. */
        boolean mayBeTheKeys() {
            return !isThrottle() || status == FORBIDDEN;
        }
    }

    WebSocketConnection(
            WebSocketClient client,
            StreamSettings settings,
            BiConsumer<WebSocketConnection, Event> events,
            InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.begunAt = clock.instant();
    }

    boolean isOpen() {
        return protocol != null && !ended;
    }

    /** Opens the socket. Vert.x is left to send no WebSocket pings: the exchange is reported not to answer them. */
    void connect(String target, Set<StreamChannel> channels) {
        if (ended) {
            return;
        }
        Set<StreamChannel> copy = new LinkedHashSet<>(channels);
        ClientWebSocket opening = client.webSocket();
        socket = opening;
        opening.textMessageHandler(this::textReceived);
        opening.binaryMessageHandler(this::binaryReceived);
        opening.exceptionHandler(broken -> end(broken.getClass().getSimpleName(), null));
        opening.closeHandler(closed -> end("closed status=" + opening.closeStatusCode(), null));
        opening.connect(options(target)).onComplete(answer -> {
            if (answer.succeeded()) {
                opened(opening, copy);
            } else {
                end(reason(answer.cause()), refusal(answer.cause()));
            }
        });
    }

    void fail(String reason) {
        end(reason, null);
    }

    void subscribe(Set<StreamChannel> channels) {
        if (protocol != null) {
            confirmed = confirmed && protocol.confirmed().containsAll(channels);
            protocol.subscribe(channels);
            sendDue();
            checkConfirmed(protocol);
        }
    }

    void tick(Instant now) {
        if (ended) {
            return;
        }
        if (protocol == null && !now.isBefore(begunAt.plus(settings.connect()))) {
            end("not open in time", null);
        } else if (protocol != null && protocol.isDead(now)) {
            end("silent", null);
        } else {
            sendDue();
        }
    }

    /** Closes the connection without an event; one that is still being opened, as soon as it is open. */
    void drop() {
        ended = true;
        if (socket != null && protocol != null) {
            socket.close();
        }
    }

    private void opened(ClientWebSocket socket, Set<StreamChannel> channels) {
        if (ended) {
            socket.close();
            return;
        }
        protocol = new SubscriptionProtocol(settings, channels, clock.instant());
        events.accept(this, new Event.Opened());
        sendDue();
    }

    private void sendDue() {
        if (socket != null && protocol != null && !ended) {
            protocol.due(clock.instant()).forEach(socket::writeTextMessage);
        }
    }

    private void textReceived(String text) {
        if (protocol == null || ended) {
            return;
        }
        protocol.received(clock.instant());
        ControlAnswer answer = ControlAnswer.read(text);
        protocol.answered(answer);
        if (answer instanceof ControlAnswer.Refused refused) {
            events.accept(this, new Event.Refused(refused.text()));
        }
        checkConfirmed(protocol);
    }

    private void checkConfirmed(SubscriptionProtocol subscriptions) {
        if (!confirmed && subscriptions.isComplete()) {
            confirmed = true;
            events.accept(this, new Event.Confirmed());
        }
    }

    private void binaryReceived(Buffer frame) {
        if (protocol == null || ended) {
            return;
        }
        Instant now = clock.instant();
        protocol.received(now);
        switch (Frames.read(frame.getBytes())) {
            case Frames.Frame.Read read -> events.accept(this, new Event.Pushed(read.push(), now));
            case Frames.Frame.Unreadable unreadable -> events.accept(this, new Event.Unreadable(unreadable.detail()));
        }
    }

    private void end(String reason, @Nullable Refusal refusal) {
        if (!ended) {
            drop();
            events.accept(this, new Event.Ended(reason, refusal));
        }
    }

    private @Nullable Refusal refusal(Throwable failure) {
        if (!(failure instanceof UpgradeRejectedException refused)) {
            return null;
        }
        Duration stated = RetryAfter.of(
                refused.getHeaders().get("retry-after"),
                refused.getHeaders().get("date"),
                clock.instant(),
                LONGEST_REFUSAL);
        return new Refusal(refused.getStatus(), stated);
    }

    /** Returns no message of the failure: it may quote the address, and the address holds the listen key. */
    private static String reason(Throwable failure) {
        return failure instanceof UpgradeRejectedException refused
                ? "handshake refused status=" + refused.getStatus()
                : failure.getClass().getSimpleName();
    }

    private WebSocketConnectOptions options(String target) {
        WebSocketConnectOptions options = new WebSocketConnectOptions().setAllowOriginHeader(false);
        options.setHost(settings.uri().getHost())
                .setPort(settings.port())
                .setSsl(settings.tls())
                .setURI(target)
                .setTimeout(settings.connect().toMillis());
        return options;
    }
}

package io.firstfill.mexc.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket from the attempt to its end. Nothing is heard of it after it is over or dropped, so a close that arrives late
 * cannot be taken for that of its successor. Confined to its session's event loop.
 */
final class WebSocketConnection {

    private final WebSocketClient client;
    private final StreamSettings settings;
    private final BiConsumer<WebSocketConnection, Event> events;
    private final InstantSource clock;
    private final Instant begun;
    private @Nullable ClientWebSocket socket;
    private @Nullable SubscriptionProtocol conversation;
    private boolean over;
    private boolean complete;

    /** What a session hears of it. */
    sealed interface Event {

        record Opened() implements Event {}

        /** Every channel is agreed to. */
        record Complete() implements Event {}

        /** @param turnedAway the exchange refused the handshake itself */
        record Over(String reason, boolean turnedAway) implements Event {}

        record Pushed(Push push, Instant seenAt) implements Event {}

        record Unreadable(String detail) implements Event {}

        record Refused(String text) implements Event {}
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
        this.begun = clock.instant();
    }

    boolean isOpen() {
        return conversation != null && !over;
    }

    /** The library sends no pings of its own, and is not told to: the exchange is reported not to answer them. */
    void connect(String target, Set<StreamChannel> channels) {
        if (over) {
            return;
        }
        Set<StreamChannel> wanted = new LinkedHashSet<>(channels);
        ClientWebSocket opening = client.webSocket();
        socket = opening;
        opening.textMessageHandler(this::said);
        opening.binaryMessageHandler(this::pushed);
        opening.exceptionHandler(broken -> end(broken.getClass().getSimpleName(), false));
        opening.closeHandler(closed -> end("closed status=" + opening.closeStatusCode(), false));
        opening.connect(options(target)).onComplete(answer -> {
            if (answer.succeeded()) {
                opened(opening, wanted);
            } else {
                end(reason(answer.cause()), answer.cause() instanceof UpgradeRejectedException);
            }
        });
    }

    void fail(String reason) {
        end(reason, false);
    }

    void want(Set<StreamChannel> channels) {
        if (conversation != null) {
            complete = complete && conversation.agreed().containsAll(channels);
            conversation.want(channels);
            speak();
            checkComplete(conversation);
        }
    }

    void beat(Instant now) {
        if (over) {
            return;
        }
        if (conversation == null && !now.isBefore(begun.plus(settings.connect()))) {
            end("not open in time", false);
        } else if (conversation != null && conversation.isDead(now)) {
            end("silent", false);
        } else {
            speak();
        }
    }

    /** Closes it without a word to the session; one that is still being opened, as soon as it is. */
    void drop() {
        over = true;
        if (socket != null && conversation != null) {
            socket.close();
        }
    }

    private void opened(ClientWebSocket socket, Set<StreamChannel> wanted) {
        if (over) {
            socket.close();
            return;
        }
        conversation = new SubscriptionProtocol(settings, wanted, clock.instant());
        events.accept(this, new Event.Opened());
        speak();
    }

    private void speak() {
        if (socket != null && conversation != null && !over) {
            conversation.due(clock.instant()).forEach(socket::writeTextMessage);
        }
    }

    private void said(String text) {
        if (conversation == null || over) {
            return;
        }
        conversation.heard(clock.instant());
        ControlAnswer answer = ControlAnswer.read(text);
        conversation.answered(answer);
        if (answer instanceof ControlAnswer.Refused refused) {
            events.accept(this, new Event.Refused(refused.text()));
        }
        checkComplete(conversation);
    }

    private void checkComplete(SubscriptionProtocol talk) {
        if (!complete && talk.isComplete()) {
            complete = true;
            events.accept(this, new Event.Complete());
        }
    }

    private void pushed(Buffer frame) {
        if (conversation == null || over) {
            return;
        }
        Instant now = clock.instant();
        conversation.heard(now);
        switch (Frames.read(frame.getBytes())) {
            case Frames.Frame.Read read -> events.accept(this, new Event.Pushed(read.push(), now));
            case Frames.Frame.Unreadable unreadable -> events.accept(this, new Event.Unreadable(unreadable.detail()));
        }
    }

    private void end(String reason, boolean turnedAway) {
        if (!over) {
            drop();
            events.accept(this, new Event.Over(reason, turnedAway));
        }
    }

    /** Never the message of the failure: it may quote the address, and that holds the key. */
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

package io.firstfill.local.livecheck;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One socket of the push stream: sends a text and takes the next text that comes back. */
final class StreamConversation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Arrivals arrivals = new Arrivals();
    private final WebSocket socket;

    private StreamConversation(HttpClient client, URI stream) {
        this.socket = client.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(stream, arrivals)
                .orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Fails with the reason as its cause when the socket cannot be opened. */
    static StreamConversation open(URI stream) {
        return new StreamConversation(HttpClient.newHttpClient(), stream);
    }

    /** Sends a request in the exchange's JSON, and returns the text that answers; empty after six seconds. */
    Optional<String> ask(String json) throws InterruptedException {
        arrivals.texts.clear();
        socket.sendText(json, true).join();
        return Optional.ofNullable(arrivals.texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Whether a binary frame has come, at the latest in six seconds. */
    boolean sawBinary() throws InterruptedException {
        return arrivals.binary.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Whether a ping of RFC 6455 is answered within three seconds. */
    boolean answersPing() throws InterruptedException {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
        return arrivals.pong.await(PATIENCE.toSeconds() / 2, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Arrivals implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CountDownLatch binary = new CountDownLatch(1);
        private final CountDownLatch pong = new CountDownLatch(1);
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            binary.countDown();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            pong.countDown();
            socket.request(1);
            return null;
        }
    }
}

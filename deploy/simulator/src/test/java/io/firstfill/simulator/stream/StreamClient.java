package io.firstfill.simulator.stream;

import com.google.protobuf.ByteString;
import io.firstfill.simulator.RunningSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the WebSocket, with queues of the answers and pushes it has received. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Body> pushes = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder text = new StringBuilder();
    private ByteString buffered = ByteString.EMPTY;
    private volatile boolean closed;
    private final WebSocket socket;

    StreamClient(RunningSimulator simulator, String query) {
        URI uri = URI.create("ws://127.0.0.1:" + simulator.mexcPort() + "/ws" + query);
        socket = client.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    static String listenKey(RunningSimulator simulator) {
        return simulator
                .signed("POST", "/api/v3/userDataStream", "")
                .body()
                .path("listenKey")
                .asText();
    }

    static StreamClient ofAlpha(RunningSimulator simulator, String... channels) {
        StreamClient client = new StreamClient(simulator, "?listenKey=" + listenKey(simulator));
        for (String channel : channels) {
            client.subscribe(channel);
        }
        return client;
    }

    /** Sends a frame and returns the answer. */
    String request(String frame) {
        socket.sendText(frame, true).join();
        return next(answers);
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Subscribes to a channel and returns the {@code msg} of the answer. */
    String subscribe(String channel) {
        String answer = request("{\"method\":\"SUBSCRIPTION\",\"params\":[\"" + channel + "\"]}");
        return answer.replaceFirst(".*\"msg\":\"(.*)\".*", "$1");
    }

    /** Waits for the next push; fails after {@link RunningSimulator#PATIENCE}. */
    Body nextPush() {
        return next(pushes);
    }

    /** Returns the next push, or null when none is received within a duration. */
    @Nullable Body pushWithin(Duration wait) {
        try {
            return pushes.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isClosed() {
        return closed;
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(RunningSimulator.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was received within " + RunningSimulator.PATIENCE);
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            answers.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        buffered = buffered.concat(ByteString.copyFrom(data));
        if (last) {
            pushes.add(Body.parse(buffered));
            buffered = ByteString.EMPTY;
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}

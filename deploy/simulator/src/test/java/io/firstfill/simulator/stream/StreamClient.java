package io.firstfill.simulator.stream;

import com.google.protobuf.ByteString;
import io.firstfill.simulator.Lab;
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

/** A customer at the WebSocket. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Body> pushes = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder text = new StringBuilder();
    private ByteString buffered = ByteString.EMPTY;
    private volatile boolean closed;
    private final WebSocket socket;

    StreamClient(Lab lab, String query) {
        URI uri = URI.create("ws://127.0.0.1:" + lab.simulator().mexcPort() + "/ws" + query);
        socket = client.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    static String listenKey(Lab lab) {
        return lab.signed("POST", "/api/v3/userDataStream", "")
                .body()
                .path("listenKey")
                .asText();
    }

    static StreamClient ofAlpha(Lab lab, String... channels) {
        StreamClient client = new StreamClient(lab, "?listenKey=" + listenKey(lab));
        for (String channel : channels) {
            client.subscribe(channel);
        }
        return client;
    }

    /** What the exchange says to a frame. */
    String ask(String frame) {
        socket.sendText(frame, true).join();
        return next(answers);
    }

    void say(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The {@code msg} of the answer. */
    String subscribe(String channel) {
        String answer = ask("{\"method\":\"SUBSCRIPTION\",\"params\":[\"" + channel + "\"]}");
        return answer.replaceFirst(".*\"msg\":\"(.*)\".*", "$1");
    }

    Body nextPush() {
        return next(pushes);
    }

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
            T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s");
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

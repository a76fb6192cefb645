package io.firstfill.mexc;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.reading.RetryAfter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer; used once.
 *
 * <pre>
 *   CONNECTING ──connected──▶ READY ──fired──▶ SENT ──answer, break or time out──▶ DONE   (received or lost)
 *        │                      └─────────broken or given back──────────────────▶ DONE   (unsent)
 *        └──────failed, time out or given back──────────────────────────────────▶ DONE   (unsent)
 * </pre>
 *
 * <p>The transition to SENT happens before the first byte and only from READY. A connection that arrives after the time
 * limit is therefore given back unused, "unsent" is proof, and after the transition the result is in doubt unless an
 * answer arrived. No code here or below sends a second time: the core HTTP client has no retry, and a pooled connection
 * that the server has closed meanwhile fails the request instead of being replaced.
 *
 * <p>All transitions happen on one event loop, which is that of the connection if an earlier request of the same loop
 * opened it. Between firing and the first byte lies therefore one hand-over to that loop, whichever thread fires.
 */
final class RoundTrip {

    private enum Phase {
        CONNECTING,
        READY,
        SENT,
        DONE
    }

    private final Vertx vertx;
    private final Context loop;
    private final HttpClient client;
    private final InstantSource clock;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final int maxBodyBytes;

    private final Promise<Reply> reply = Promise.promise();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
    private final Buffer body = Buffer.buffer();
    /** The request is to be written as soon as there is a connection. */
    private volatile boolean fired;

    private volatile long timer;
    private volatile @Nullable HttpClientRequest request;
    private volatile Instant handed = Instant.EPOCH;
    private volatile @Nullable Instant written;
    private volatile int status;
    private volatile @Nullable HttpClientResponse head;
    private volatile Instant answered = Instant.EPOCH;

    /** @param loop the context of an event loop */
    RoundTrip(
            HttpClient client,
            Vertx vertx,
            Context loop,
            InstantSource clock,
            MexcSettings settings,
            Duration answerTimeout) {
        this.vertx = vertx;
        this.loop = loop;
        this.client = client;
        this.clock = clock;
        this.connectTimeout = settings.timeouts().connect();
        this.answerTimeout = answerTimeout;
        this.maxBodyBytes = settings.pools().maxBodyBytes();
    }

    /** Opens a connection, or takes one from the pool, and holds it. */
    void load(RequestOptions options) {
        loop.runOnContext(go -> connect(options));
    }

    /** Writes the request: now if a connection is held, else when there is one. */
    Future<Reply> fire() {
        fired = true;
        loop.runOnContext(go -> send());
        return reply.future();
    }

    boolean isFired() {
        return fired;
    }

    /** Whether the round trip ended without having been fired; the call needs another one then. */
    boolean isSpent() {
        return phase.get() == Phase.DONE;
    }

    /** Gives the connection back. Has no effect on a request that has been fired. */
    void unload() {
        loop.runOnContext(go -> {
            HttpClientRequest unused = request;
            if (!fired && phase.get() != Phase.DONE) {
                unsent(Cause.CLOSED, "given back");
                if (unused != null) {
                    giveBack(unused);
                }
            }
        });
    }

    private void connect(RequestOptions options) {
        timer = vertx.setTimer(connectTimeout.toMillis(), id -> unsent(Cause.CONNECT_TIMEOUT, "no connection in time"));
        try {
            client.request(options).onComplete(this::connected);
        } catch (IllegalStateException closedMeanwhile) {
            unsent(Cause.CLOSED, "the wire is closed");
        }
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            Throwable cause = connection.cause();
            boolean full = cause instanceof ConnectionPoolTooBusyException;
            unsent(
                    full ? Cause.POOL_FULL : Cause.CONNECT_FAILED,
                    cause.getClass().getSimpleName());
            return;
        }
        HttpClientRequest ready = connection.result();
        request = ready;
        if (phase.compareAndSet(Phase.CONNECTING, Phase.READY)) {
            vertx.cancelTimer(timer);
            ready.exceptionHandler(this::broken);
            if (fired) {
                send();
            }
        } else {
            giveBack(ready);
        }
    }

    private static void giveBack(HttpClientRequest unused) {
        unused.exceptionHandler(expected -> {});
        unused.reset();
    }

    private void send() {
        HttpClientRequest ready = request;
        if (ready == null || !phase.compareAndSet(Phase.READY, Phase.SENT)) {
            return;
        }
        handed = clock.instant();
        ready.response().onSuccess(this::head).onFailure(this::broken);
        ready.end().onSuccess(done -> written = clock.instant());
        timer = vertx.setTimer(answerTimeout.toMillis(), id -> lost(Doubt.TIMEOUT, "no whole answer in time"));
    }

    private void head(HttpClientResponse response) {
        answered = clock.instant();
        status = response.statusCode();
        head = response;
        response.exceptionHandler(this::broken);
        response.handler(this::chunk);
        response.endHandler(end -> received(response));
    }

    private void chunk(Buffer chunk) {
        if (body.length() + chunk.length() > maxBodyBytes) {
            lost(Doubt.UNREADABLE, "the answer is longer than allowed");
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void received(HttpClientResponse response) {
        if (phase.compareAndSet(Phase.SENT, Phase.DONE)) {
            vertx.cancelTimer(timer);
            reply.complete(answer(response, body));
        }
    }

    private Reply answer(HttpClientResponse response, Buffer content) {
        Instant taken = written;
        Timing timing = new Timing(handed, taken == null ? handed : taken, answered);
        return new Reply.Received(status, response.headers(), content, timing);
    }

    private void broken(Throwable cause) {
        unsent(Cause.CONNECT_FAILED, cause.getClass().getSimpleName());
        lost(Doubt.RESET, cause.getClass().getSimpleName());
    }

    /**
     * Ends the round trip in doubt, unless the status alone has turned the request away. Resetting closes the socket,
     * so that a late answer cannot be taken for that of the next request.
     */
    private void lost(Doubt doubt, String detail) {
        if (phase.compareAndSet(Phase.SENT, Phase.DONE)) {
            vertx.cancelTimer(timer);
            HttpClientResponse begun = head;
            reply.complete(
                    begun != null && RetryAfter.isThrottle(status)
                            ? answer(begun, Buffer.buffer())
                            : new Reply.Lost(doubt, written != null, status, detail, handed));
            HttpClientRequest open = request;
            if (open != null) {
                open.reset();
            }
        }
    }

    private void unsent(Cause cause, String detail) {
        boolean waiting = phase.compareAndSet(Phase.CONNECTING, Phase.DONE);
        if (waiting || phase.compareAndSet(Phase.READY, Phase.DONE)) {
            vertx.cancelTimer(timer);
            reply.complete(new Reply.Unsent(cause, detail));
        }
    }
}

package io.firstfill.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reads the body of a request to its end before anything of it is forwarded. So a body that is too long or too slow is
 * refused here and occupies no service, and a service gets the length of every body.
 */
final class RequestBody {
    private final Buffer read = Buffer.buffer();
    private final int limit;
    private final Consumer<Problem> refusal;
    private boolean ended;

    private RequestBody(int limit, Consumer<Problem> refusal) {
        this.limit = limit;
        this.refusal = refusal;
    }

    /** Calls one of the two, once; neither when the caller goes away. */
    static void read(
            Vertx vertx,
            HttpServerRequest request,
            int limit,
            Duration deadline,
            Consumer<Buffer> complete,
            Consumer<Problem> refusal) {
        RequestBody body = new RequestBody(limit, refusal);
        if (declaredLength(request) > limit) {
            body.refuse(tooLong(limit));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        long timer = vertx.setTimer(
                deadline.toMillis(),
                late -> body.refuse(Problem.of(408, "The body of the request did not arrive in time")));
        request.handler(body::append);
        request.exceptionHandler(gone -> {
            vertx.cancelTimer(timer);
            body.ended = true;
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            body.end(complete);
        });
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        // The decoder has read the digits; what is no long it has refused.
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private void append(Buffer bytes) {
        if (ended) {
            return;
        }
        if (read.length() + bytes.length() > limit) {
            refuse(tooLong(limit));
        } else {
            read.appendBuffer(bytes);
        }
    }

    private void end(Consumer<Buffer> complete) {
        if (!ended) {
            ended = true;
            complete.accept(read);
        }
    }

    private void refuse(Problem problem) {
        if (!ended) {
            ended = true;
            refusal.accept(problem);
        }
    }

    private static Problem tooLong(int limit) {
        return Problem.of(413, "The body of a request may have at most " + limit + " bytes");
    }
}

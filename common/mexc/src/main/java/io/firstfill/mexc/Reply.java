package io.firstfill.mexc;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** How a request ended on the socket, before its answer is interpreted. */
sealed interface Reply {

    record Received(int status, MultiMap headers, Buffer body, Timing timing) implements Reply {}

    record Lost(MexcResult.Doubt doubt, boolean requestWritten, int status, String detail, Instant handed)
            implements Reply {}

    record Unsent(MexcResult.Cause cause, String detail) implements Reply {}
}

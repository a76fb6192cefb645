package io.firstfill.mexc;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** What came of a request on the socket, before anyone has read it. */
sealed interface Reply {

    record Received(int status, MultiMap headers, Buffer body, Timing timing) implements Reply {}

    record Lost(MexcResult.Doubt doubt, boolean requestWritten, int status, String detail, Instant handed)
            implements Reply {}

    record Unsent(MexcResult.Cause cause, String detail) implements Reply {}
}

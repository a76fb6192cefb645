package io.firstfill.mexc.stream;

import io.vertx.core.Future;
import java.time.Instant;

/** The way in: what stands behind the address when the socket is asked for. Called on the stream's context only. */
interface StreamEndpoint {

    /** @return path and query; not to be logged, it may hold a listen key */
    Future<String> target();

    /** The exchange refused the handshake. */
    void turnedAway();

    /** Now and then. */
    void beat(Instant now);

    /** The stream is closed for good. */
    Future<?> shut();

    /** A public stream's: always open. */
    record Open(String path) implements StreamEndpoint {

        @Override
        public Future<String> target() {
            return Future.succeededFuture(path);
        }

        @Override
        public void turnedAway() {
            // nothing else to try
        }

        @Override
        public void beat(Instant now) {
            // nothing wears out
        }

        @Override
        public Future<?> shut() {
            return Future.succeededFuture();
        }
    }
}
